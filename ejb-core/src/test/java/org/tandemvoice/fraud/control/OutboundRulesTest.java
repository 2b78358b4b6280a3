package org.tandemvoice.fraud.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.fraud.entity.OutboundLimits;

class OutboundRulesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final CustomerId CUSTOMER = new CustomerId(UUID.randomUUID());
  private static final String LONDON = "+442079461000";

  private long open;
  private long begun;
  private BigDecimal hour = BigDecimal.ZERO;
  private BigDecimal day = BigDecimal.ZERO;

  private final Spending spending =
      new Spending() {
        @Override
        public long openCalls(CustomerId customer) {
          return open;
        }

        @Override
        public long begunSince(CustomerId customer, Instant time) {
          assertThat(time).isEqualTo(NOW.minusSeconds(1));
          return begun;
        }

        @Override
        public BigDecimal spentSince(CustomerId customer, Instant time) {
          return time.equals(NOW.minus(Duration.ofHours(1))) ? hour : day;
        }
      };

  private final OutboundRules rules =
      new OutboundRules(
          new OutboundConfigs(), new FraudSettings(), spending, Clock.fixed(NOW, ZoneOffset.UTC));

  private static OutboundLimits limits(List<String> countries, List<String> prefixes) {
    return new OutboundLimits(
        countries, prefixes, true, new BigDecimal("10"), new BigDecimal("20"), 5, 3);
  }

  private Optional<ErrorCode> refused(
      OutboundLimits limits, String number, int calls, String money) {
    Planned planned = new Planned(calls, new BigDecimal(money));
    return rules.refuse(CUSTOMER, limits, number, planned).map(Refusal::code);
  }

  @Test
  void letsOutWhatNoRuleForbids() {
    assertThat(refused(limits(List.of(), List.of()), LONDON, 1, "1")).isEmpty();
    assertThat(refused(limits(List.of("GB"), List.of("+4421")), LONDON, 1, "1")).isEmpty();
  }

  @Test
  void knowsCountriesThatShareACode() {
    OutboundLimits us = limits(List.of("US"), List.of());

    assertThat(refused(us, "+12125551234", 1, "0")).isEmpty();
    assertThat(refused(us, "+15551234567", 1, "0")).isEmpty();
    assertThat(refused(us, "+18765551234", 1, "0"))
        .contains(ErrorCode.DESTINATION_COUNTRY_NOT_ALLOWED);
    assertThat(refused(us, LONDON, 1, "0")).contains(ErrorCode.DESTINATION_COUNTRY_NOT_ALLOWED);
  }

  @Test
  void blocksRangesAndPremiumNumbers() {
    assertThat(refused(limits(List.of(), List.of("+4420")), LONDON, 1, "0"))
        .contains(ErrorCode.DESTINATION_BLOCKED);
    assertThat(refused(limits(List.of(), List.of()), "+19002345678", 1, "0"))
        .contains(ErrorCode.DESTINATION_BLOCKED);
  }

  @Test
  void countsWhatIsPlannedWithWhatIs() {
    begun = 4;
    open = 2;

    assertThat(refused(limits(List.of(), List.of()), LONDON, 1, "0")).isEmpty();
    assertThat(refused(limits(List.of(), List.of()), LONDON, 2, "0"))
        .contains(ErrorCode.CALL_RATE_LIMIT_EXCEEDED);
    begun = 0;
    assertThat(refused(limits(List.of(), List.of()), LONDON, 2, "0"))
        .contains(ErrorCode.CONCURRENT_CALLS_EXCEEDED);
  }

  @Test
  void sumsUpMoneyOfAnHourAndADay() {
    hour = new BigDecimal("9.5");
    day = new BigDecimal("9.5");

    assertThat(refused(limits(List.of(), List.of()), LONDON, 1, "0.5")).isEmpty();
    assertThat(refused(limits(List.of(), List.of()), LONDON, 1, "0.500001"))
        .contains(ErrorCode.SPEND_LIMIT_EXCEEDED);
    hour = BigDecimal.ZERO;
    day = new BigDecimal("19.9");
    assertThat(refused(limits(List.of(), List.of()), LONDON, 1, "0.2"))
        .contains(ErrorCode.SPEND_LIMIT_EXCEEDED);
  }
}
