package org.tandemvoice.campaign.entity;

/**
 * What describes an outdial and may change at any time.
 *
 * @param data for the customer's own use
 */
public record OutdialProfile(String name, String detail, String data) {}
