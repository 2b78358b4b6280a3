package org.tandemvoice.billing.entity;

/**
 * What can be said of a rate.
 *
 * @param target {@code +} and the first digits of numbers, or {@code all}
 */
public record RateProfile(
    String name, String detail, RateType type, String target, Tariff tariff) {}
