package org.tandemvoice.outbox.control;

/** Said once in a transaction that writes events. */
record EventsRecorded() {}
