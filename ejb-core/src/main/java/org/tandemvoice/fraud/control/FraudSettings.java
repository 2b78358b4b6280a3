package org.tandemvoice.fraud.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.fraud.entity.OutboundLimits;

/**
 * The limits of customers that have none of their own, each from a configuration key of its own.
 */
@ApplicationScoped
public class FraudSettings {

  private OutboundLimits limits;

  protected FraudSettings() {}

  /**
   * @param countries {@code FRAUD_COUNTRIES}, two letters each; default every country
   * @param blockedPrefixes {@code FRAUD_BLOCKED_PREFIXES}; default satellites, international
   *     networks and the international premium rate service
   * @param blockPremium {@code FRAUD_BLOCK_PREMIUM}, default true
   * @param spendPerHour {@code FRAUD_SPEND_PER_HOUR}, default 50; 0 for no limit, as with all that
   *     follow
   * @param spendPerDay {@code FRAUD_SPEND_PER_DAY}, default 200
   * @param callsPerSecond {@code FRAUD_CALLS_PER_SECOND}, default 50
   * @param concurrentCalls {@code FRAUD_CONCURRENT_CALLS}, default 500
   */
  @Inject
  public FraudSettings(
      @ConfigProperty(name = "FRAUD_COUNTRIES") Optional<List<String>> countries,
      @ConfigProperty(name = "FRAUD_BLOCKED_PREFIXES", defaultValue = "+870,+881,+882,+883,+979")
          List<String> blockedPrefixes,
      @ConfigProperty(name = "FRAUD_BLOCK_PREMIUM", defaultValue = "true") boolean blockPremium,
      @ConfigProperty(name = "FRAUD_SPEND_PER_HOUR", defaultValue = "50") BigDecimal spendPerHour,
      @ConfigProperty(name = "FRAUD_SPEND_PER_DAY", defaultValue = "200") BigDecimal spendPerDay,
      @ConfigProperty(name = "FRAUD_CALLS_PER_SECOND", defaultValue = "50") int callsPerSecond,
      @ConfigProperty(name = "FRAUD_CONCURRENT_CALLS", defaultValue = "500") int concurrentCalls) {
    limits =
        new OutboundLimits(
            countries.orElse(List.of()),
            blockedPrefixes,
            blockPremium,
            spendPerHour,
            spendPerDay,
            callsPerSecond,
            concurrentCalls);
  }

  public OutboundLimits limits() {
    return limits;
  }
}
