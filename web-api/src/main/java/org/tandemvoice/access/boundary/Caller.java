package org.tandemvoice.access.boundary;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.access.control.Identity;
import org.tandemvoice.api.entity.ApiVersion;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.Permission;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/** Who sends the present request. Each question for the customer also asks for a permission. */
@RequestScoped
public class Caller {

  private Identity identity;

  /** To be said once, by whoever has checked the credential. */
  public void is(Identity known) {
    identity = known;
  }

  /** To read what belongs to the customer, which all its agents may. */
  public CustomerId member() {
    return identity().customerId();
  }

  /**
   * To change what belongs to the customer.
   *
   * @throws PlatformException {@code PERMISSION_DENIED} without the bit of an administrator or
   *     manager
   */
  public CustomerId manager() {
    if (!isManager()) {
      throw denied("this needs the permission of a customer admin (32) or manager (64)");
    }
    return identity().customerId();
  }

  /**
   * To change what concerns this one agent: itself, whatever its permission, or a manager.
   *
   * @throws PlatformException {@code PERMISSION_DENIED}
   */
  public CustomerId selfOrManager(UUID agent) {
    return isAgent(agent) ? member() : manager();
  }

  public boolean isAgent(UUID agent) {
    return identity().agentId().filter(agent::equals).isPresent();
  }

  public Permission permission() {
    return identity().permission();
  }

  public boolean isManager() {
    return identity().permission().managesCustomer();
  }

  /** To change the customer itself. */
  public CustomerId admin() {
    if (!identity().permission().includes(Permission.CUSTOMER_ADMIN)) {
      throw denied("this needs the permission of a customer admin (32)");
    }
    return identity().customerId();
  }

  /** To manage the customers of the platform; the platform's own one is returned. */
  public CustomerId platformAdmin() {
    if (!identity().permission().includes(Permission.PLATFORM_ADMIN)) {
      throw denied("this needs the permission of a platform admin (1), signed in by /auth/login");
    }
    return identity().customerId();
  }

  /** The platform administrator that signed in. */
  public Identity supporter() {
    platformAdmin();
    return identity();
  }

  /** The agent that signed in; an access key is nobody. */
  public UUID agent() {
    return identity()
        .agentId()
        .orElseThrow(() -> denied("an access key is no agent: sign in by /auth/login"));
  }

  /** The same; empty for an access key. */
  public Optional<UUID> signedIn() {
    return identity().agentId();
  }

  public ApiVersion apiVersion() {
    return identity().apiVersion();
  }

  private Identity identity() {
    if (identity == null) {
      throw new PlatformException(
          ErrorCode.AUTHENTICATION_REQUIRED,
          "no credential: send token, accesskey, or Authorization: Bearer");
    }
    return identity;
  }

  private static PlatformException denied(String message) {
    return new PlatformException(ErrorCode.PERMISSION_DENIED, message);
  }
}
