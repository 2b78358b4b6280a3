package org.tandemvoice.outbox.control;

import java.util.List;
import org.tandemvoice.outbox.entity.OutboxEvent;

/**
 * Events that get their place in the order of all now. Observed in the transaction of the relay,
 * and after its commit by whoever sends them on; batches of one node are observed in order.
 *
 * @param number one more than the batch before, whichever node made it
 * @param events sorted by position, those of one resource in the order of their commits
 */
public record EventBatch(long number, List<OutboxEvent> events) {}
