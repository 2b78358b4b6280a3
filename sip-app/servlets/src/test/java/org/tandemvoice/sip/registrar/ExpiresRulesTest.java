package org.tandemvoice.sip.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.RefusedException;

class ExpiresRulesTest {

  private final ExpiresRules rules = new ExpiresRules(60, 3600, 7200);

  @ParameterizedTest
  @CsvSource({
    "120, 300, 120", // the parameter goes before the header
    ", 300, 300",
    "120, , 120",
    ", , 3600",
    "0, 300, 0",
    "60, , 60",
    "7200, , 7200",
    "99999999999999, , 3600", // too long to be a number of RFC 3261
    "4294967295, , 7200",
    "soon, , 3600"
  })
  void grants(String parameter, String header, long seconds) {
    assertThat(rules.grant(Optional.ofNullable(parameter), Optional.ofNullable(header)))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void refusesTooShortTimesAndSaysWhatIsLongEnough() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> rules.grant(Optional.of("59"), Optional.empty()))
        .satisfies(
            refused ->
                assertThat(refused.refusal()).isEqualTo(Refusal.of(423).with("Min-Expires", "60")));
  }
}
