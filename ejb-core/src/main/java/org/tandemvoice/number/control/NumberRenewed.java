package org.tandemvoice.number.control;

import org.tandemvoice.number.entity.PhoneNumber;

/** A customer keeps a number for another term, in the running transaction: it is paid in it. */
public record NumberRenewed(PhoneNumber number) {}
