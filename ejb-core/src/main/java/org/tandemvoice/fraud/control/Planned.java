package org.tandemvoice.fraud.control;

import java.math.BigDecimal;

/**
 * What is about to be added to what a customer has called already.
 *
 * @param calls zero for a call that only goes on
 * @param money what is set apart for it and for all other open calls
 */
public record Planned(int calls, BigDecimal money) {}
