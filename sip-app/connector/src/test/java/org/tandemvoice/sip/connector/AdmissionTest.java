package org.tandemvoice.sip.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.sip.connector.Admission.Verdict.ADMIT;
import static org.tandemvoice.sip.connector.Admission.Verdict.CLOSED;
import static org.tandemvoice.sip.connector.Admission.Verdict.CONGESTED;
import static org.tandemvoice.sip.connector.Admission.Verdict.DRAINING;
import static org.tandemvoice.sip.connector.Admission.Verdict.TOO_FAST;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private static final String HERE = "192.0.2.1";

  private Instant now = Instant.EPOCH;
  private int transactions;
  private int wait;
  private Admission admission;

  @BeforeEach
  void open() {
    admission = admission(Map.of("SIP_MAX_TRANSACTIONS", "100", "SIP_RATE_LIMIT", "0"));
    admission.open(true);
  }

  @Test
  void nothingNewIsLetInBeforeAnApplicationIsThere() {
    admission.open(false);

    assertThat(admission.judge("OPTIONS", false, HERE)).isEqualTo(CLOSED);
    assertThat(admission.judge("BYE", true, HERE)).isEqualTo(ADMIT);
  }

  @Test
  void drainingRefusesNewCallsAndLetsRunningOnesEnd() {
    admission.drain(true);

    assertThat(admission.judge("INVITE", false, HERE)).isEqualTo(DRAINING);
    assertThat(admission.judge("REGISTER", false, HERE)).isEqualTo(DRAINING);
    assertThat(admission.judge("INVITE", true, HERE)).isEqualTo(ADMIT);
    assertThat(admission.judge("CANCEL", false, HERE)).isEqualTo(ADMIT);
    assertThat(admission.judge("OPTIONS", false, HERE)).isEqualTo(ADMIT);
    assertThat(admission.rejectedWhileDraining()).isEqualTo(2);
  }

  @Test
  void congestionEndsOnlyWellBelowTheLimit() {
    transactions = 101;
    assertThat(admission.judge("INVITE", false, HERE)).isEqualTo(CONGESTED);

    transactions = 95;
    assertThat(admission.judge("INVITE", false, HERE)).isEqualTo(CONGESTED);

    transactions = 89;
    assertThat(admission.judge("INVITE", false, HERE)).isEqualTo(ADMIT);
    assertThat(admission.rejectedByCongestion()).isEqualTo(2);
  }

  @Test
  void nothingNewIsBegunWhileItWouldWaitTooLong() {
    wait = 5_001;

    assertThat(admission.judge("INVITE", false, HERE)).isEqualTo(CONGESTED);
    assertThat(admission.judge("REGISTER", false, HERE)).isEqualTo(CONGESTED);
    assertThat(admission.judge("BYE", true, HERE)).isEqualTo(ADMIT);

    wait = 4_400;
    assertThat(admission.judge("INVITE", false, HERE)).isEqualTo(ADMIT);
  }

  @Test
  void sourceAboveItsRateIsRefusedUntilTheNextSecond() {
    admission = admission(Map.of("SIP_RATE_LIMIT", "2"));
    admission.open(true);

    assertThat(admission.judge("OPTIONS", false, HERE)).isEqualTo(ADMIT);
    assertThat(admission.judge("OPTIONS", false, HERE)).isEqualTo(ADMIT);
    assertThat(admission.judge("OPTIONS", false, HERE)).isEqualTo(TOO_FAST);
    assertThat(admission.judge("OPTIONS", false, "192.0.2.2")).isEqualTo(ADMIT);
    assertThat(admission.judge("BYE", true, HERE)).isEqualTo(ADMIT);

    now = now.plus(Duration.ofSeconds(1));
    assertThat(admission.judge("OPTIONS", false, HERE)).isEqualTo(ADMIT);
  }

  private Admission admission(Map<String, String> config) {
    return new Admission(
        SipSettings.from(new MapConfig(config)),
        new TestClock(),
        () -> transactions,
        () -> 0,
        () -> wait);
  }

  private final class TestClock extends Clock {
    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
