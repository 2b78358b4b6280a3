package org.tandemvoice.customer.entity;

/**
 * That somebody who signed up has agreed to the terms of service.
 *
 * @param version of the terms
 * @param address where the request came from
 */
public record TermsAgreement(String version, String address) {}
