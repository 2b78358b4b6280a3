package org.tandemvoice.ratelimit.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.boundary.ErrorAnswers;
import org.tandemvoice.failure.entity.ErrorCode;

/** The limits of this server, and the answer of a request that is one too many. */
@ApplicationScoped
public class RateLimits {

  private static final int MAX_ADDRESSES = 20_000;
  private static final int MAX_CUSTOMERS = 20_000;

  private TokenBuckets logins;
  private TokenBuckets addresses;
  private TokenBuckets customers;
  private TokenBuckets directs;
  private TokenBuckets delegates;
  private ErrorAnswers answers;

  protected RateLimits() {}

  /**
   * Requests per second; twice as many may come at once, and 0 switches a limit off.
   *
   * @param auth {@code AUTH_RATE_LIMIT}: of one address to {@code /auth}
   * @param address {@code API_ADDRESS_RATE_LIMIT}: of one address to all the rest
   * @param customer {@code API_RATE_LIMIT}: of one customer
   * @param delegate {@code DELEGATE_RATE_LIMIT}: by administrators that act for one customer
   * @param direct {@code DIRECT_RATE_LIMIT}: by direct tokens of one customer's resources
   */
  @Inject
  public RateLimits(
      @ConfigProperty(name = "AUTH_RATE_LIMIT", defaultValue = "10") double auth,
      @ConfigProperty(name = "API_ADDRESS_RATE_LIMIT", defaultValue = "200") double address,
      @ConfigProperty(name = "API_RATE_LIMIT", defaultValue = "100") double customer,
      @ConfigProperty(name = "DELEGATE_RATE_LIMIT", defaultValue = "8.3") double delegate,
      @ConfigProperty(name = "DIRECT_RATE_LIMIT", defaultValue = "50") double direct,
      ErrorAnswers answers) {
    this.logins = new TokenBuckets(auth, MAX_ADDRESSES);
    this.addresses = new TokenBuckets(address, MAX_ADDRESSES);
    this.customers = new TokenBuckets(customer, MAX_CUSTOMERS);
    this.delegates = new TokenBuckets(delegate, MAX_CUSTOMERS);
    this.directs = new TokenBuckets(direct, MAX_CUSTOMERS);
    this.answers = answers;
  }

  /** The refusal of a request to sign in; empty if it may. */
  public Optional<Response> login(String address) {
    return logins.take(address, System.nanoTime()).map(wait -> refusal("ip", wait));
  }

  public Optional<Response> address(String address) {
    return addresses.take(address, System.nanoTime()).map(wait -> refusal("ip", wait));
  }

  public Optional<Response> customer(CustomerId customer) {
    return take(customers, customer);
  }

  /** Whoever helps takes nothing from what the customer itself may ask. */
  public Optional<Response> delegate(CustomerId customer) {
    return take(delegates, customer);
  }

  /** Anybody may have a direct token: it takes nothing from what the customer itself may ask. */
  public Optional<Response> direct(CustomerId customer) {
    return take(directs, customer);
  }

  private Optional<Response> take(TokenBuckets buckets, CustomerId customer) {
    return buckets
        .take(customer.toString(), System.nanoTime())
        .map(wait -> refusal("customer", wait));
  }

  private Response refusal(String limitedBy, Duration wait) {
    var detail = JSON.createObjectBuilder().add("limited_by", limitedBy).build();
    return answers
        .of(
            ErrorCode.RATE_LIMIT_EXCEEDED,
            "too many requests: wait and send fewer of them",
            List.of(detail))
        .header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1)
        .build();
  }
}
