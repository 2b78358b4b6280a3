package org.tandemvoice.pbx.entity;

/**
 * What may change while the account stays.
 *
 * @param sealedPassword for digest
 * @param did the number that calls show; empty for the user
 * @param subscribes whether the platform asks to be told of the user's calls (RFC 4235)
 */
public record PbxTerms(String sealedPassword, String did, boolean subscribes) {}
