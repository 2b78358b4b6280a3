package org.tandemvoice.extension.entity;

/**
 * What may change of an extension.
 *
 * @param sealedPassword its SIP password, encrypted
 */
public record ExtensionProfile(String name, String detail, String sealedPassword) {}
