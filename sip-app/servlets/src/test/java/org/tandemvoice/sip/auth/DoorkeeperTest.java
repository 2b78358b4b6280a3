package org.tandemvoice.sip.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.extension.control.ExtensionCredentials;
import org.tandemvoice.extension.control.SipDomains;
import org.tandemvoice.sip.container.SipAnswer;
import org.tandemvoice.sip.container.SipArrival;
import org.tandemvoice.sip.domain.Realms;
import org.tandemvoice.trunk.control.TrunkCredentials;

class DoorkeeperTest {

  private static final String HOME = "5c2b1d2e-6f3a-4b1c-9d8e-0a1b2c3d4e5f.registrar.voipbin.net";

  private final Doorkeeper doorkeeper =
      new Doorkeeper(
          new Realms(new SipDomains(List.of("voipbin.net")), Optional.empty()),
          new Authenticator(
              new ExtensionCredentials() {},
              new TrunkCredentials() {},
              settings(),
              new MovableClock()));

  private record Arrived(String method, String requestUri, Map<String, String> headers)
      implements SipArrival {

    @Override
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  private static AuthSettings settings() {
    AuthSettings settings = new AuthSettings();
    settings.algorithms = List.of("sha-256", "md5");
    settings.nonceSeconds = 120;
    settings.failuresPerAor = 3;
    settings.failuresPerSource = 5;
    settings.failureWindowSeconds = 60;
    return settings;
  }

  private Optional<SipAnswer> challenge(String method, String uri, Map<String, String> headers) {
    return doorkeeper.challenge(new Arrived(method, uri, headers));
  }

  @ParameterizedTest
  @CsvSource({
    "REGISTER,sip:" + HOME + ",401,WWW-Authenticate," + HOME,
    "REGISTER,sip:192.0.2.1:5060,401,WWW-Authenticate,192.0.2.1",
    "REGISTER,sip:elsewhere.example,401,WWW-Authenticate,elsewhere.example",
    "INVITE,sip:1001@" + HOME + ",407,Proxy-Authenticate," + HOME
  })
  void challengesWithEveryAlgorithm(
      String method, String uri, int status, String header, String realm) {
    SipAnswer answer = challenge(method, uri, Map.of()).orElseThrow();

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers()).hasSize(2);
    assertThat(answer.headers())
        .allSatisfy(
            given -> {
              assertThat(given.name()).isEqualTo(header);
              assertThat(given.value()).contains("realm=\"" + realm + "\"");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "REGISTER,sip:pbx.trunk.voipbin.net",
    "INVITE,sip:1001@pbx.trunk.voipbin.net",
    "INVITE,sip:direct.abc@sip.voipbin.net",
    "INVITE,sip:1001@192.0.2.1",
    "INVITE,sip:pbx.1@" + HOME,
    "INVITE,sip:" + HOME,
    "INVITE,tel:+15551234567",
    "OPTIONS,sip:" + HOME,
    "BYE,sip:1001@" + HOME
  })
  void letsInWhatItCannotJudge(String method, String uri) {
    assertThat(challenge(method, uri, Map.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "Require"})
  void letsARegistrationInThatBrings(String header) {
    assertThat(challenge("REGISTER", "sip:" + HOME, Map.of(header, "x"))).isEmpty();
  }

  @Test
  void letsACallInThatBringsCredentials() {
    assertThat(challenge("INVITE", "sip:1001@" + HOME, Map.of("Proxy-Authorization", "x")))
        .isEmpty();
  }
}
