package org.tandemvoice.api.boundary;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets pages of any origin call the API (contract section 4). Cookies do not travel along: the
 * login cookie is of the same site only.
 */
@Provider
@PreMatching
@Priority(100)
@ApplicationScoped
public class CrossOriginFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final int TWELVE_HOURS = 43_200;

  @Override
  public void filter(ContainerRequestContext request) {
    boolean isPreflight =
        request.getMethod().equals(HttpMethod.OPTIONS)
            && request.getHeaderString("Access-Control-Request-Method") != null;
    if (isPreflight) {
      request.abortWith(
          Response.noContent()
              .header(
                  "Access-Control-Allow-Methods", "POST, GET, PUT, DELETE, PATCH, HEAD, OPTIONS")
              .header(
                  "Access-Control-Allow-Headers",
                  "Origin, X-Requested-With, Content-Type, Accept, Authorization, X-Request-Id,"
                      + " X-Api-Version, Idempotency-Key")
              .header("Access-Control-Max-Age", TWELVE_HOURS)
              .build());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle("Access-Control-Allow-Origin", "*");
    response.getHeaders().putSingle("Access-Control-Expose-Headers", "X-Request-Id, Retry-After");
    response.getHeaders().putSingle("Cache-Control", "no-store");
  }
}
