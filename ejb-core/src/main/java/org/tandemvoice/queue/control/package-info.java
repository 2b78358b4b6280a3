/**
 * Callers who wait for agents: they come by the flow action {@code queue_join}, which lies here
 * because it needs queues, and queues need flows.
 */
package org.tandemvoice.queue.control;
