package org.tandemvoice.billing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandemvoice.billing.entity.Rate;
import org.tandemvoice.billing.entity.RateProfile;
import org.tandemvoice.billing.entity.RateType;
import org.tandemvoice.billing.entity.Tariff;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

class RatesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final CustomerId OWN = new CustomerId(UUID.randomUUID());
  private static final CustomerId EVERYBODY = new CustomerId(OwnedResource.NIL);

  private static Rate rate(CustomerId customer, String target, int age) {
    Tariff tariff = new Tariff(BigDecimal.ONE, 60, BigDecimal.ONE, 60);
    return new Rate(
        UUID.randomUUID(),
        customer,
        new RateProfile("", "", RateType.CALL_OUTGOING, target, tariff),
        NOW.minusSeconds(age));
  }

  @Test
  void longestPrefixWins() {
    Rate best = rate(EVERYBODY, "+4420", 0);

    assertThat(Rates.best(List.of(rate(EVERYBODY, "all", 0), best, rate(EVERYBODY, "+44", 0))))
        .contains(best);
  }

  @Test
  void ownRateWinsOverOneForEverybody() {
    Rate best = rate(OWN, "all", 0);

    assertThat(Rates.best(List.of(rate(EVERYBODY, "+4420", 0), best))).contains(best);
  }

  @Test
  void newestOfTheSamePrefixWins() {
    Rate best = rate(OWN, "+44", 1);

    assertThat(Rates.best(List.of(rate(OWN, "+44", 2), best, rate(OWN, "+44", 3)))).contains(best);
    assertThat(Rates.best(List.of())).isEmpty();
  }
}
