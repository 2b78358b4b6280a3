package org.tandemvoice.http.control;

import java.net.URI;

/**
 * A request to a web server of a customer.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT} or {@code DELETE}
 * @param contentType of the body; not sent without one
 * @param body empty for none
 */
public record WebRequest(String method, URI uri, String contentType, String body) {}
