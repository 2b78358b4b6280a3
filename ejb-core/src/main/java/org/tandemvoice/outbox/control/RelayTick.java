package org.tandemvoice.outbox.control;

/**
 * Said by the relay a few times a second, outside transactions and never while it makes a batch.
 */
public record RelayTick() {}
