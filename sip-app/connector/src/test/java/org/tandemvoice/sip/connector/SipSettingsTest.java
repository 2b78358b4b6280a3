package org.tandemvoice.sip.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipSettingsTest {

  @Test
  void defaultsListenOnAllAddressesAndShowOneOfThem() {
    SipSettings settings = settings(Map.of());

    assertThat(settings.addresses().host().isAnyLocalAddress()).isTrue();
    assertThat(settings.addresses().publicAddress()).isNotEqualTo("0.0.0.0").isNotBlank();
    assertThat(settings.addresses().port()).isEqualTo(5060);
    assertThat(settings.keystore()).isEmpty();
    assertThat(settings.drain()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void keystoreOpensTheSecurePortsAndKeepsItsPasswordToItself(@TempDir Path directory)
      throws IOException, GeneralSecurityException {
    Path file = keystore(directory);

    SipSettings settings =
        settings(Map.of("SIP_KEYSTORE", file.toString(), "SIP_KEYSTORE_PASSWORD", "secret"));

    assertThat(settings.keystore())
        .contains(new SipKeystore(file.toString(), "secret", 5061, 5063));
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @Test
  void keystoreThatCannotBeOpenedIsRefused(@TempDir Path directory)
      throws IOException, GeneralSecurityException {
    String file = keystore(directory).toString();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Map.of("SIP_KEYSTORE", file, "SIP_KEYSTORE_PASSWORD", "other")))
        .withMessageContaining("SIP_KEYSTORE_PASSWORD")
        .withMessageContaining(file);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Map.of("SIP_KEYSTORE", "/no/such/file")))
        .withMessageContaining("/no/such/file");
  }

  private static Path keystore(Path directory) throws IOException, GeneralSecurityException {
    Path file = directory.resolve("keys.p12");
    KeyStore keystore = KeyStore.getInstance("PKCS12");
    keystore.load(null, null);
    try (OutputStream out = Files.newOutputStream(file)) {
      keystore.store(out, "secret".toCharArray());
    }
    return file;
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
