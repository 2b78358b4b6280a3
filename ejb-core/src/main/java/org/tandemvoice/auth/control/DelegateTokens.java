package org.tandemvoice.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.access.control.Delegation;
import org.tandemvoice.access.control.Identity;
import org.tandemvoice.agent.control.Agents;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.api.entity.ApiVersion;
import org.tandemvoice.customer.control.Customers;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.Permission;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;

/**
 * Tokens with which platform administrators act for a customer (contract section 2): with exactly
 * the bit of a customer admin, for an hour, and no longer than they are administrators.
 */
@ApplicationScoped
public class DelegateTokens {

  private static final String TYPE = "delegate";
  private static final Duration LIFE = Duration.ofHours(1);

  private LoginTokens tokens;
  private Agents agents;
  private Customers customers;
  private TimeOrderedIds ids;
  private Clock clock;

  protected DelegateTokens() {}

  @Inject
  public DelegateTokens(
      LoginTokens tokens, Agents agents, Customers customers, TimeOrderedIds ids, Clock clock) {
    this.tokens = tokens;
    this.agents = agents;
    this.customers = customers;
    this.ids = ids;
    this.clock = clock;
  }

  DelegateToken issue(Agent supporter, CustomerId customer, String reason) {
    Instant now = clock.instant();
    Instant expire = now.plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
    Delegation delegation = new Delegation(ids.next(), supporter.uuid(), reason);
    String token =
        tokens.issue(
            TYPE,
            Map.of(
                "id", delegation.id().toString(),
                "customer_id", customer.toString(),
                "agent_id", supporter.uuid().toString(),
                "agent_customer_id", supporter.customerId().toString(),
                "mark", LoginTokens.passwordMark(supporter),
                "reason", reason),
            now,
            expire);
    return new DelegateToken(token, customer, delegation, expire);
  }

  /** Who it stands for; empty also if the customer is gone, or who has it may no longer. */
  Optional<Identity> verify(String token) {
    return tokens.open(token, TYPE).flatMap(this::identity);
  }

  private Optional<Identity> identity(Map<String, Object> claims) {
    CustomerId customer = new CustomerId(uuid(claims, "customer_id"));
    UUID supporter = uuid(claims, "agent_id");
    boolean mayStill =
        agents
            .find(new CustomerId(uuid(claims, "agent_customer_id")), supporter)
            .filter(agent -> agent.permission().includes(Permission.PLATFORM_ADMIN))
            .filter(agent -> LoginTokens.passwordMark(agent).equals(claims.get("mark")))
            .isPresent();
    if (!mayStill || customers.find(customer).isEmpty()) {
      return Optional.empty();
    }
    String reason = String.valueOf(claims.get("reason"));
    return Optional.of(
        new Identity(
            customer,
            Optional.empty(),
            Permission.CUSTOMER_ADMIN,
            ApiVersion.DOCUMENTED,
            Optional.of(new Delegation(uuid(claims, "id"), supporter, reason))));
  }

  private static UUID uuid(Map<String, Object> claims, String name) {
    return JsonFields.uuidOf(String.valueOf(claims.get(name))).orElse(new UUID(0, 0));
  }
}
