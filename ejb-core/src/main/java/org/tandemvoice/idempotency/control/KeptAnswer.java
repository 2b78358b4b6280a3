package org.tandemvoice.idempotency.control;

/** The answer of a request that was carried out under a key. */
public record KeptAnswer(int status, String contentType, String body) {}
