package org.tandemvoice.sip.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipSettingsTest {

  @Test
  void defaultsListenOnAllAddressesAndShowOneOfThem() {
    SipSettings settings = settings(Map.of());

    assertThat(settings.host().isAnyLocalAddress()).isTrue();
    assertThat(settings.publicAddress()).isNotEqualTo("0.0.0.0").isNotBlank();
    assertThat(settings.port()).isEqualTo(5060);
    assertThat(settings.keystore()).isEmpty();
    assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void keystoreOpensTheSecurePortsAndKeepsItsPasswordToItself() {
    SipSettings settings =
        settings(Map.of("SIP_KEYSTORE", "/tmp/keys.p12", "SIP_KEYSTORE_PASSWORD", "secret"));

    assertThat(settings.keystore())
        .contains(new SipKeystore("/tmp/keys.p12", "secret", 5061, 5063));
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "SIP_PORT, 80",
    "SIP_PORT, sixty",
    "SIP_WS_PORT, 443",
    "SIP_RATE_LIMIT, -1",
    "SIP_MAX_MESSAGE_SIZE, 100",
    "SIP_DRAIN_SECONDS, 1000",
    "SIP_HOST, no such host",
  })
  void wrongValueIsRefusedWithItsKeyAndItself(String key, String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Map.of(key, value)))
        .withMessageContaining(key)
        .withMessageContaining(value);
  }

  private static SipSettings settings(Map<String, String> config) {
    return SipSettings.from(new MapConfig(config));
  }
}
