package org.tandemvoice.fraud.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tandemvoice.address.control.E164;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.fraud.entity.OutboundConfig;
import org.tandemvoice.fraud.entity.OutboundLimits;

/**
 * Judges calls into the telephone network by the limits of their customer. Used under the lock of
 * the customer's account, so that calls at the same moment cannot pass a limit together.
 */
@ApplicationScoped
public class OutboundRules {

  private OutboundConfigs configs;
  private FraudSettings settings;
  private Spending spending;
  private Clock clock;

  protected OutboundRules() {}

  @Inject
  public OutboundRules(
      OutboundConfigs configs, FraudSettings settings, Spending spending, Clock clock) {
    this.configs = configs;
    this.settings = settings;
    this.spending = spending;
    this.clock = clock;
  }

  /** The limits of this customer. */
  public OutboundLimits limits(CustomerId customer) {
    return configs.find(customer).map(OutboundConfig::limits).orElseGet(settings::limits);
  }

  /**
   * Whether a call may begin.
   *
   * @param e164 with its plus
   * @param planned what this call, and what is begun with it, adds
   * @return the first rule that forbids it
   */
  public Optional<Refusal> refuse(
      CustomerId customer, OutboundLimits limits, String e164, Planned planned) {
    return country(limits, e164)
        .or(() -> range(limits, e164))
        .or(() -> crowded(customer, limits, planned))
        .or(() -> tooDear(customer, limits, planned));
  }

  /** The rule of those that pass by themselves: so many calls a second, so many at once. */
  public Optional<Refusal> crowded(CustomerId customer, OutboundLimits limits, Planned planned) {
    return tooFast(customer, limits, planned).or(() -> tooMany(customer, limits, planned));
  }

  private static Optional<Refusal> country(OutboundLimits limits, String e164) {
    String country = E164.country(e164);
    return limits.countries().isEmpty() || limits.countries().contains(country)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                ErrorCode.DESTINATION_COUNTRY_NOT_ALLOWED,
                "outbound_config.destination_whitelist",
                e164
                    + " is of "
                    + (country.isEmpty() ? "no country" : "country " + country)
                    + ": the customer may call "
                    + String.join(", ", limits.countries())));
  }

  private static Optional<Refusal> range(OutboundLimits limits, String e164) {
    Optional<String> blocked =
        limits.blockedPrefixes().stream().filter(e164::startsWith).findFirst();
    if (blocked.isPresent()) {
      return Optional.of(
          new Refusal(
              ErrorCode.DESTINATION_BLOCKED,
              "outbound_config.blocked_prefixes",
              e164 + " begins with " + blocked.get() + ", which the customer may not call"));
    }
    return limits.blockPremium() && E164.isPremium(e164)
        ? Optional.of(
            new Refusal(
                ErrorCode.DESTINATION_BLOCKED,
                "outbound_config.block_premium",
                e164 + " is a premium rate number, which the customer may not call"))
        : Optional.empty();
  }

  private Optional<Refusal> tooFast(CustomerId customer, OutboundLimits limits, Planned planned) {
    int most = limits.callsPerSecond();
    if (most == 0 || planned.calls() == 0) {
      return Optional.empty();
    }
    Instant secondAgo = clock.instant().minusSeconds(1);
    return spending.begunSince(customer, secondAgo) + planned.calls() <= most
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                ErrorCode.CALL_RATE_LIMIT_EXCEEDED,
                "outbound_config.calls_per_second",
                "the customer may begin " + most + " calls a second: try again in a second"));
  }

  private Optional<Refusal> tooMany(CustomerId customer, OutboundLimits limits, Planned planned) {
    int most = limits.concurrentCalls();
    if (most == 0 || planned.calls() == 0) {
      return Optional.empty();
    }
    return spending.openCalls(customer) + planned.calls() <= most
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                ErrorCode.CONCURRENT_CALLS_EXCEEDED,
                "outbound_config.concurrent_calls",
                "the customer may have " + most + " calls at once: wait until one ends"));
  }

  /**
   * Whether the money that is about to be set apart passes a limit; also asked for running calls.
   */
  public Optional<Refusal> tooDear(CustomerId customer, OutboundLimits limits, Planned planned) {
    return tooDear(
            customer, limits.spendPerHour(), Duration.ofHours(1), planned, "spend_limit_hour")
        .or(
            () ->
                tooDear(
                    customer,
                    limits.spendPerDay(),
                    Duration.ofDays(1),
                    planned,
                    "spend_limit_day"));
  }

  private Optional<Refusal> tooDear(
      CustomerId customer, BigDecimal most, Duration period, Planned planned, String rule) {
    if (most.signum() == 0 || planned.money().signum() == 0) {
      return Optional.empty();
    }
    BigDecimal spent = spending.spentSince(customer, clock.instant().minus(period));
    return spent.add(planned.money()).compareTo(most) <= 0
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                ErrorCode.SPEND_LIMIT_EXCEEDED,
                "outbound_config." + rule,
                "the customer may spend "
                    + most.toPlainString()
                    + " in "
                    + period.toHours()
                    + " h, has spent "
                    + spent.toPlainString()
                    + " and would have "
                    + planned.money().toPlainString()
                    + " more set apart"));
  }
}
