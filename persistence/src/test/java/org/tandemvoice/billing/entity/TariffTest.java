package org.tandemvoice.billing.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffTest {

  private final Tariff tariff = new Tariff(new BigDecimal("0.05"), 30, new BigDecimal("0.01"), 6);

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "-1, 0, 0",
    "1, 0.05, 1",
    "30, 0.05, 1",
    "31, 0.06, 2",
    "36, 0.06, 2",
    "37, 0.07, 3",
    "3600, 6.00, 596"
  })
  void everyIncrementBegunIsPaid(long seconds, BigDecimal cost, long increments) {
    assertThat(tariff.cost(seconds)).isEqualByComparingTo(cost);
    assertThat(tariff.increments(seconds)).isEqualTo(increments);
  }

  @ParameterizedTest
  @CsvSource({"0.05, 10, 5", "0.059999, 10, 5", "0.009999, 10, 0", "1, 10, 10", "-1, 10, 0"})
  void affordsWholeIncrementsOnly(BigDecimal money, long most, long increments) {
    assertThat(tariff.affordable(money, most)).isEqualTo(increments);
  }

  @Test
  void tenthsAddUpExactly() {
    Tariff tenth = new Tariff(new BigDecimal("0.1"), 1, new BigDecimal("0.1"), 1);

    assertThat(tenth.cost(3)).isEqualByComparingTo("0.3");
    assertThat(tenth.cost(1_000_000)).isEqualByComparingTo("100000");
  }

  @Test
  void smallerPricesThanMillionthsAreRoundedUp() {
    Tariff tiny = new Tariff(new BigDecimal("0.0000001"), 1, new BigDecimal("0.0000001"), 1);

    assertThat(tiny.cost(2)).isEqualByComparingTo("0.000002");
  }

  @Test
  void whatIsFreeNeverEnds() {
    assertThat(Tariff.FREE.isFree()).isTrue();
    assertThat(Tariff.FREE.cost(100)).isZero();
    assertThat(Tariff.FREE.affordable(BigDecimal.ZERO, 7)).isEqualTo(7);
  }
}
