package org.tandemvoice.access.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tandemvoice.access.control.Identity;
import org.tandemvoice.api.entity.ApiVersion;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.Permission;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

class CallerTest {

  private static final CustomerId CUSTOMER = new CustomerId(new UUID(1, 2));
  private static final UUID AGENT = new UUID(3, 4);

  @Test
  void letsAnAgentWithoutPermissionReadOnly() {
    Caller caller = caller(Permission.NONE, Optional.of(AGENT));

    assertThat(caller.member()).isEqualTo(CUSTOMER);
    assertThat(caller.agent()).isEqualTo(AGENT);
    assertThat(caller.isManager()).isFalse();
    assertRefused(ErrorCode.PERMISSION_DENIED, caller::manager);
    assertRefused(ErrorCode.PERMISSION_DENIED, caller::admin);
    assertRefused(ErrorCode.PERMISSION_DENIED, caller::platformAdmin);
  }

  @Test
  void letsACustomerAgentReadOnly() {
    assertRefused(
        ErrorCode.PERMISSION_DENIED,
        caller(Permission.CUSTOMER_AGENT, Optional.of(AGENT))::manager);
  }

  @Test
  void letsAManagerChangeResourcesButNotTheCustomer() {
    Caller caller = caller(Permission.CUSTOMER_MANAGER, Optional.of(AGENT));

    assertThat(caller.manager()).isEqualTo(CUSTOMER);
    assertRefused(ErrorCode.PERMISSION_DENIED, caller::admin);
  }

  @Test
  void letsAnAccessKeyActAsCustomerAdmin() {
    Caller caller = caller(Permission.CUSTOMER_ADMIN, Optional.empty());

    assertThat(caller.manager()).isEqualTo(CUSTOMER);
    assertThat(caller.admin()).isEqualTo(CUSTOMER);
    assertRefused(ErrorCode.PERMISSION_DENIED, caller::platformAdmin);
    assertRefused(ErrorCode.PERMISSION_DENIED, caller::agent);
  }

  @Test
  void letsThePlatformAdminDoEverything() {
    Caller caller = caller(Permission.ALL, Optional.of(AGENT));

    assertThat(caller.platformAdmin()).isEqualTo(CUSTOMER);
    assertThat(caller.admin()).isEqualTo(CUSTOMER);
  }

  @Test
  void isNobodyBeforeTheCredentialIsKnown() {
    assertRefused(ErrorCode.AUTHENTICATION_REQUIRED, new Caller()::member);
  }

  private static Caller caller(Permission permission, Optional<UUID> agent) {
    Caller caller = new Caller();
    caller.is(new Identity(CUSTOMER, agent, permission, ApiVersion.DOCUMENTED));
    return caller;
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            PlatformException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
