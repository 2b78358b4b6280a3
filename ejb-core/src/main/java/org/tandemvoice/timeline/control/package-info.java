/** What happened to a resource, in order, read back from its events (contract section 17). */
package org.tandemvoice.timeline.control;
