package org.tandemvoice.fraud.entity;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a customer may call in the telephone network, how much and how often.
 *
 * @param countries two letters each; none for every country
 * @param blockedPrefixes {@code +} and the first digits of numbers nobody may call
 * @param blockPremium whether numbers that cost their caller extra may not be called either
 * @param spendPerHour zero for no limit
 * @param spendPerDay zero for no limit
 * @param callsPerSecond zero for no limit
 * @param concurrentCalls zero for no limit
 */
public record OutboundLimits(
    List<String> countries,
    List<String> blockedPrefixes,
    boolean blockPremium,
    BigDecimal spendPerHour,
    BigDecimal spendPerDay,
    int callsPerSecond,
    int concurrentCalls) {

  public OutboundLimits {
    countries = List.copyOf(countries);
    blockedPrefixes = List.copyOf(blockedPrefixes);
  }
}
