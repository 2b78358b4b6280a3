package org.tandemvoice.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tandemvoice.architecture.Operation;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/**
 * Every operation there is, asked for by everybody: whoever may not use it is refused by 401 or
 * 403, and whoever may is not (contract section 2). What is read is for all agents of a customer,
 * what changes something for its managers, unless {@link #EXCEPTIONS} says otherwise.
 */
@PlatformTest
class PermissionsIT {

  /** What an operation asks for; each includes those before it, but for what is only an agent's. */
  private enum Needed {
    NOTHING,
    MEMBER,
    AGENT,
    MANAGER,
    ADMIN,
    PLATFORM
  }

  /** Who asks. */
  private enum Asking {
    NOBODY(-1),
    AGENT_WITHOUT_PERMISSION(0),
    AGENT(16),
    MANAGER(64),
    ADMIN(32),
    ACCESS_KEY(32);

    private final int permission;

    Asking(int permission) {
      this.permission = permission;
    }

    boolean may(Needed needed) {
      return switch (needed) {
        case NOTHING -> true;
        case MEMBER -> this != NOBODY;
        case AGENT -> this != NOBODY && this != ACCESS_KEY;
        case MANAGER -> permission >= 32;
        case ADMIN -> permission == 32;
        case PLATFORM -> false;
      };
    }
  }

  /** Whoever has a signed URL may read what is there; without a signature it is 403 for all. */
  private static final String DOWNLOADS = "/v1.0/recordingfiles/[^/]+/[^/]+";

  /** Methods and paths; the first that matches counts. */
  private static final Map<Pattern, Needed> EXCEPTIONS = new LinkedHashMap<>();

  static {
    except(
        Needed.PLATFORM,
        "\\w+ /v1.0/(customers|providers|providercalls|routes|outbound_configs)(/.*)?");
    except(Needed.PLATFORM, "(POST|PUT|DELETE) /v1.0/rates(/.*)?");
    except(Needed.PLATFORM, "GET /v1.0/ledger");
    except(Needed.PLATFORM, "POST /v1.0/numbers/renew");
    except(Needed.PLATFORM, "POST /auth/delegate");
    except(Needed.ADMIN, "(POST|DELETE) /auth/unregister");
    except(Needed.ADMIN, "POST /v1.0/billing_account/paddle_portal_session");
    except(Needed.PLATFORM, "\\w+ /v1.0/billing_accounts/.*/(balance_.*_force|status)");
    except(Needed.ADMIN, "PUT /v1.0/(customer|billing_accounts?|outbound_config)(/.*)?");
    except(Needed.MANAGER, "GET /v1.0/accesskeys(/.*)?");
    except(Needed.MANAGER, "GET /v1.0/agents/.*/sip/registration(/status)?");
    except(Needed.AGENT, "\\w+ /v1.0/(me|service_agents/.*)");
  }

  private static void except(Needed needed, String operations) {
    EXCEPTIONS.put(Pattern.compile(operations), needed);
  }

  @Test
  void everyOperationIsForWhomItIsMeant() {
    Map<Asking, ApiClient> clients = clients(Tenant.fresh());
    List<Operation> operations =
        Operation.all().stream().filter(one -> !one.path().matches(DOWNLOADS)).toList();
    List<String> wrong = new ArrayList<>();
    for (Operation operation : operations) {
      Needed needed = needed(operation);
      clients.forEach(
          (asking, client) -> {
            int status = ask(client, operation).status();
            int refusal = asking == Asking.NOBODY ? 401 : 403;
            boolean isRefused = status == 401 || status == 403;
            if (asking.may(needed) ? isRefused : status != refusal) {
              wrong.add(asking + " gets " + status + " for " + operation + ", needs " + needed);
            }
          });
    }

    assertThat(operations).hasSizeGreaterThan(200);
    assertThat(wrong).isEmpty();
  }

  @Test
  void thePlatformsOwnIsForItsAdministrators() {
    Operation.all().stream()
        .filter(operation -> operation.method().equals("GET"))
        .filter(operation -> needed(operation) == Needed.PLATFORM)
        .forEach(
            operation ->
                assertThat(ask(Tenant.administrator(), operation).status())
                    .as(operation.toString())
                    .isIn(200, 404));
  }

  private static Needed needed(Operation operation) {
    if (operation.isPublic()) {
      return Needed.NOTHING;
    }
    String asked = operation.method() + " " + operation.path();
    return EXCEPTIONS.entrySet().stream()
        .filter(exception -> exception.getKey().matcher(asked).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(operation.method().equals("GET") ? Needed.MEMBER : Needed.MANAGER);
  }

  private static ApiAnswer ask(ApiClient client, Operation operation) {
    boolean hasBody = operation.method().equals("POST") || operation.method().equals("PUT");
    Optional<String> body = hasBody ? Optional.of("{}") : Optional.empty();
    return client.send(operation.method(), operation.path(), body);
  }

  private static Map<Asking, ApiClient> clients(Tenant tenant) {
    Map<Asking, ApiClient> clients = new EnumMap<>(Asking.class);
    for (Asking asking : Asking.values()) {
      clients.put(
          asking,
          switch (asking) {
            case NOBODY -> Platform.shared().anonymous();
            case ACCESS_KEY -> tenant.api();
            default -> agent(tenant, asking.permission);
          });
    }
    return clients;
  }

  private static ApiClient agent(Tenant tenant, int permission) {
    String username = "agent-" + UUID.randomUUID();
    JsonObject order =
        Body.of(
            "{'username':'%s','password':'secret','permission':%d}"
                .formatted(username, permission));
    tenant.api().post("/v1.0/agents", order).expect(201);
    return Platform.shared().anonymous().login(username, "secret");
  }
}
