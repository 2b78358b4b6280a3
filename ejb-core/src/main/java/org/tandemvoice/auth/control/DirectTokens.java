package org.tandemvoice.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.tandemvoice.customer.control.CustomerStandings;
import org.tandemvoice.customer.control.Customers;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.direct.control.DirectHashes;
import org.tandemvoice.direct.control.DirectResource;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;

/**
 * Tokens for who knows no more than a direct hash (contract section 2). They name one resource and
 * give no right to any operation of the API.
 */
@ApplicationScoped
public class DirectTokens {

  private static final String TYPE = "direct";
  private static final Duration LIFE = Duration.ofHours(1);

  private LoginTokens tokens;
  private DirectHashes hashes;
  private CustomerStandings standings;
  private Customers customers;
  private Clock clock;

  protected DirectTokens() {}

  @Inject
  public DirectTokens(
      LoginTokens tokens,
      DirectHashes hashes,
      CustomerStandings standings,
      Customers customers,
      Clock clock) {
    this.tokens = tokens;
    this.hashes = hashes;
    this.standings = standings;
    this.customers = customers;
    this.clock = clock;
  }

  /**
   * Empty if the hash, with or without {@code direct.}, stands for nothing (C-52).
   *
   * @throws PlatformException {@code ACCOUNT_FROZEN}
   */
  public Optional<DirectToken> boot(String directHash) {
    Optional<DirectResource> resource = hashes.find(directHash);
    resource.ifPresent(found -> standings.requireNotFrozen(found.customer()));
    return resource.map(this::issue);
  }

  private DirectToken issue(DirectResource resource) {
    Instant now = clock.instant();
    Instant expire = now.plus(LIFE);
    String token =
        tokens.issue(
            TYPE,
            Map.of(
                "resource_type", resource.type(),
                "resource_id", resource.id().toString(),
                "customer_id", resource.customer().toString()),
            now,
            expire);
    return new DirectToken(token, resource, expire);
  }

  /**
   * The customer whose resource it names; empty if it is not one of these, not valid, or the
   * customer is gone.
   */
  Optional<CustomerId> customer(String token) {
    return tokens
        .open(token, TYPE)
        .flatMap(said -> JsonFields.uuidOf(String.valueOf(said.get("customer_id"))))
        .map(CustomerId::new)
        .filter(owner -> customers.find(owner).isPresent());
  }
}
