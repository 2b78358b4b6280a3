package org.tandemvoice.carrier.control;

/** Providers have been made, changed or deleted, in the running transaction. */
public record ProvidersChanged() {}
