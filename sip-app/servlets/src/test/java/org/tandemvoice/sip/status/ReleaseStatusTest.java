package org.tandemvoice.sip.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemvoice.call.entity.ReleaseCause;

class ReleaseStatusTest {

  @ParameterizedTest
  @CsvSource({
    "486, BUSY",
    "600, BUSY",
    "603, DECLINED",
    "480, NO_ANSWER",
    "487, CANCELED",
    "404, NOT_FOUND",
    "604, NOT_FOUND",
    "410, NOT_FOUND",
    "484, NOT_FOUND",
    "401, FORBIDDEN",
    "403, FORBIDDEN",
    "407, FORBIDDEN",
    "415, NOT_ACCEPTABLE",
    "488, NOT_ACCEPTABLE",
    "606, NOT_ACCEPTABLE",
    "302, UNREACHABLE",
    "500, UNREACHABLE",
    "503, UNREACHABLE"
  })
  void statusesMeanCauses(int status, ReleaseCause cause) {
    assertThat(ReleaseStatus.of(status, false)).isEqualTo(cause);
  }

  @Test
  void timeoutIsNoAnswerOnlyIfItRang() {
    assertThat(ReleaseStatus.of(408, true)).isEqualTo(ReleaseCause.NO_ANSWER);
    assertThat(ReleaseStatus.of(408, false)).isEqualTo(ReleaseCause.UNREACHABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "BUSY, 486",
    "NO_ANSWER, 480",
    "DIAL_TIMEOUT, 480",
    "UNREACHABLE, 480",
    "DECLINED, 603",
    "CANCELED, 487",
    "NOT_FOUND, 404",
    "FORBIDDEN, 403",
    "NOT_ACCEPTABLE, 488",
    "INTERNAL, 500"
  })
  void causesAreToldAsStatuses(ReleaseCause cause, int status) {
    assertThat(ReleaseStatus.of(cause).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource
  void everyCauseIsAFinalRefusal(ReleaseCause cause) {
    assertThat(ReleaseStatus.of(cause).status()).isBetween(400, 699);
  }

  @Test
  void whoMayComeBackIsToldWhen() {
    assertThat(ReleaseStatus.of(ReleaseCause.UNAVAILABLE))
        .isEqualTo(Refusal.of(503).with("Retry-After", "10"));
  }
}
