package org.tandemvoice.auth.boundary;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.access.boundary.FrozenAccess;
import org.tandemvoice.access.boundary.PublicAccess;
import org.tandemvoice.access.control.Delegation;
import org.tandemvoice.access.control.Identity;
import org.tandemvoice.auth.control.Authentication;
import org.tandemvoice.auth.control.DelegationManager;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.ratelimit.boundary.RateLimits;

/**
 * Lets nobody in without a valid credential, and no customer too often. A resource is open only if
 * it says so by {@link PublicAccess}.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class CredentialFilter implements ContainerRequestFilter {

  @Context private ResourceInfo resource;

  @Inject private Authentication authentication;
  @Inject private DelegationManager delegations;
  @Inject private RateLimits limits;
  @Inject private Caller caller;

  @Override
  public void filter(ContainerRequestContext request) {
    if (resource.getResourceClass().isAnnotationPresent(PublicAccess.class)) {
      return;
    }
    Credential credential =
        Credential.of(request)
            .orElseThrow(
                () ->
                    new PlatformException(
                        ErrorCode.AUTHENTICATION_REQUIRED,
                        "no credential: send token, accesskey, or Authorization: Bearer"));
    Optional<Response> busy = busy(credential);
    if (busy.isPresent()) {
      request.abortWith(busy.get());
      return;
    }
    Identity identity =
        identity(credential)
            .orElseThrow(
                () ->
                    new PlatformException(
                        ErrorCode.INVALID_CREDENTIALS,
                        "the token or access key is unknown, expired or withdrawn"));
    caller.is(identity);
    Optional<Response> tooMany =
        identity.delegation().isPresent()
            ? limits.delegate(identity.customerId())
            : limits.customer(identity.customerId());
    if (tooMany.isPresent()) {
      request.abortWith(tooMany.get());
      return;
    }
    identity.delegation().ifPresent(delegation -> tell(request, identity, delegation));
  }

  /** The customer can see what is done for it, whatever comes of it. */
  private void tell(ContainerRequestContext request, Identity identity, Delegation delegation) {
    delegations.used(
        identity.customerId(),
        delegation,
        request.getMethod(),
        request.getUriInfo().getRequestUri().getPath());
  }

  /** Direct tokens are refused anyway, but not as often as they like (contract section 4). */
  private Optional<Response> busy(Credential credential) {
    return authentication.direct(credential.text()).flatMap(limits::direct);
  }

  private Optional<Identity> identity(Credential credential) {
    return resource.getResourceClass().isAnnotationPresent(FrozenAccess.class)
        ? authentication.identifyEvenFrozen(credential.text())
        : authentication.identify(credential.text());
  }
}
