/** The people of a customer: who signs in, and who answers calls. */
package org.tandemvoice.agent.entity;
