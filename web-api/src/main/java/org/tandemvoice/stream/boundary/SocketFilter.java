package org.tandemvoice.stream.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.tandemvoice.access.control.Identity;
import org.tandemvoice.auth.boundary.Credential;
import org.tandemvoice.auth.control.Authentication;
import org.tandemvoice.auth.control.DelegationManager;
import org.tandemvoice.failure.entity.PlatformException;

/** Lets nobody connect without a valid credential, found in the same places as for the API. */
@WebFilter(
    urlPatterns = {"/v1/ws", "/v1.0/ws", "/v1/service_agents/ws", "/v1.0/service_agents/ws"},
    asyncSupported = true)
public class SocketFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient Authentication authentication;
  @Inject private transient DelegationManager delegations;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<SocketUser> user;
    try {
      user = credential(request).map(Credential::text).flatMap(this::user);
    } catch (PlatformException refused) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN, refused.code().name());
      return;
    }
    if (user.isEmpty()) {
      response.setHeader("WWW-Authenticate", "Bearer");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    tell(request, user.get().identity());
    chain.doFilter(new KnownRequest(request, user.get()), response);
  }

  private static Optional<Credential> credential(HttpServletRequest request) {
    return Credential.of(
        name -> cookie(request, name), request::getParameter, request.getHeader("Authorization"));
  }

  private static String cookie(HttpServletRequest request, String name) {
    if (request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        if (cookie.getName().equals(name)) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  private Optional<SocketUser> user(String credential) {
    return authentication
        .identify(credential)
        .map(identity -> new SocketUser(identity, credential));
  }

  private void tell(HttpServletRequest request, Identity identity) {
    identity
        .delegation()
        .ifPresent(
            delegation ->
                delegations.used(
                    identity.customerId(), delegation, "GET", request.getRequestURI()));
  }

  /** The request of a user we know. */
  private static final class KnownRequest extends HttpServletRequestWrapper {

    private final SocketUser user;

    private KnownRequest(HttpServletRequest request, SocketUser user) {
      super(request);
      this.user = user;
    }

    @Override
    public Principal getUserPrincipal() {
      return user;
    }
  }
}
