/** What happens to agents, and how they are found when they sign in. */
package org.tandemvoice.agent.control;
