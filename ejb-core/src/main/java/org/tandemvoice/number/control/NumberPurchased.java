package org.tandemvoice.number.control;

import org.tandemvoice.number.entity.PhoneNumber;

/** A customer has a new number, in the running transaction: what it costs is paid in it. */
public record NumberPurchased(PhoneNumber number) {}
