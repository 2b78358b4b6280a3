package org.tandemvoice.sip.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import javax.servlet.sip.SipServletMessage;
import org.junit.jupiter.api.Test;

class SessionIntervalTest {

  private static Optional<SessionInterval> parsed(String value) {
    return SessionInterval.of(
        (SipServletMessage)
            Proxy.newProxyInstance(
                SessionIntervalTest.class.getClassLoader(),
                new Class<?>[] {SipServletMessage.class},
                (proxy, called, arguments) -> value));
  }

  @Test
  void readsTheRefresher() {
    assertThat(parsed("1800")).contains(new SessionInterval(1800, Optional.empty()));
    assertThat(parsed("90 ; Refresher = uas"))
        .contains(new SessionInterval(90, Optional.of("uas")));
    assertThat(parsed(null)).isEmpty();
    assertThat(parsed("soon")).isEmpty();
  }

  @Test
  void refreshesAtHalfTimeAndGivesUpBeforeTheEnd() {
    SessionInterval usual = new SessionInterval(1800, Optional.of("uac"));
    SessionInterval brief = new SessionInterval(30, Optional.of("uac"));

    assertThat(usual.refreshAfter()).isEqualTo(Duration.ofSeconds(900));
    assertThat(usual.giveUpAfter()).isEqualTo(Duration.ofSeconds(1768));
    assertThat(brief.giveUpAfter()).isEqualTo(Duration.ofSeconds(20));
    assertThat(usual.header()).isEqualTo("1800;refresher=uac");
  }
}
