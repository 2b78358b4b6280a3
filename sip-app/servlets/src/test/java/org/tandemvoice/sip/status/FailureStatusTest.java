package org.tandemvoice.sip.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.sip.container.SipAnswer;

class FailureStatusTest {

  @ParameterizedTest
  @CsvSource({
    "ROUTE_NOT_FOUND, 404",
    "EXTENSION_NOT_FOUND, 404",
    "PERMISSION_DENIED, 403",
    "INSUFFICIENT_BALANCE, 402",
    "MEDIA_NOT_ACCEPTABLE, 488",
    "INVALID_ARGUMENT, 400",
    "CALL_STATE_INVALID, 480",
    "SERVICE_UNAVAILABLE, 503",
    "RATE_LIMIT_EXCEEDED, 503",
    "INTERNAL, 500"
  })
  void codesAreStatuses(ErrorCode code, int status) {
    assertThat(FailureStatus.of(new PlatformException(code, "why")).status()).isEqualTo(status);
  }

  @Test
  void reasonCannotBreakOutOfItsHeader() {
    PlatformException failure =
        new PlatformException(ErrorCode.ROUTE_NOT_FOUND, "no \"x\\\"\r\nContact: <sip:evil>");

    assertThat(FailureStatus.of(failure).headers())
        .containsExactly(
            new SipAnswer.Header("Warning", "399 tandem \"no 'x'Contact: <sip:evil>\""));
  }
}
