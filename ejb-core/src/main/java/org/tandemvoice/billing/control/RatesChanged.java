package org.tandemvoice.billing.control;

/** A rate was made, changed or deleted, in the running transaction. */
public record RatesChanged() {}
