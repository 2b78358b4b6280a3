package org.tandemvoice.ratelimit.boundary;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.regex.Pattern;

/** Limits each source address, before anything else is done for it. Probes are not counted. */
@Provider
@PreMatching
@Priority(200)
@ApplicationScoped
public class AddressLimitFilter implements ContainerRequestFilter {

  private static final Pattern AUTH = Pattern.compile("((v1|v1\\.0)/)?auth/.*");
  private static final Pattern PROBE = Pattern.compile("health(/.*)?|ping");

  @Inject private RateLimits limits;
  @Inject private ClientAddress addresses;
  @Inject private HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath().replaceFirst("^/+", "");
    if (PROBE.matcher(path).matches()) {
      return;
    }
    List<String> forwardedFor = request.getHeaders().getOrDefault("X-Forwarded-For", List.of());
    String address = addresses.of(servletRequest.getRemoteAddr(), forwardedFor);
    var refusal = AUTH.matcher(path).matches() ? limits.login(address) : limits.address(address);
    refusal.ifPresent(request::abortWith);
  }
}
