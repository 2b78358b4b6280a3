package org.tandemvoice.customer.control;

/** The {@link RtpDebug} of a customer or a number was set. Observed after the commit. */
public record RtpDebugChanged() {}
