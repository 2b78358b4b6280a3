/** What a plain agent sees and does by itself: {@code /service_agents} (contract section 2). */
package org.tandemvoice.serviceagent.boundary;
