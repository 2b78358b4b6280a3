package org.tandemvoice.node.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;

/** The present request as it came, if it is one that changes something. */
@RequestScoped
public class KeptRequest {

  private String method = "";
  private URI uri = URI.create("/");
  private MultivaluedMap<String, String> headers;
  private byte[] body = {};

  void keep(ContainerRequestContext request, byte[] content) {
    method = request.getMethod();
    uri = request.getUriInfo().getRequestUri();
    headers = request.getHeaders();
    body = content;
  }

  String method() {
    return method;
  }

  /** Path and query. */
  String target() {
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  MultivaluedMap<String, String> headers() {
    return headers;
  }

  /** The values of a header, none if it is not there. */
  List<String> header(String name) {
    return headers.getOrDefault(name, List.of());
  }

  byte[] body() {
    return body;
  }
}
