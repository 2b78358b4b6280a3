package org.tandemvoice.media.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.media.engine.session.EngineSettings;
import org.tandemvoice.media.engine.speech.SpeechSettings;

class MediaKeysTest {

  private final Map<String, String> given = new HashMap<>();

  @Test
  void hasADefaultForEveryKey() throws Exception {
    given.put("jboss.server.data.dir", "/srv/tandem");

    EngineSettings settings = settings();

    assertThat(settings.minPort()).isEqualTo(10_000);
    assertThat(settings.maxPort()).isEqualTo(19_999);
    assertThat(settings.bindAddress()).isEqualTo(InetAddress.getByName("0.0.0.0"));
    assertThat(settings.publicAddress().isAnyLocalAddress()).isFalse();
    assertThat(settings.rtpSilence()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.folders().media()).isEqualTo(Path.of("/srv/tandem/media"));
    assertThat(settings.allowPrivateTargets()).isFalse();
  }

  @Test
  void readsEveryKey() throws Exception {
    given.put("RTP_PORT_MIN", " 30000 ");
    given.put("RTP_PORT_MAX", "30099");
    given.put("RTP_BIND_ADDRESS", "127.0.0.1");
    given.put("PUBLIC_ADDRESS", "198.51.100.7");
    given.put("RTP_SILENCE_SECONDS", "0");
    given.put("DATA_DIR", "/data");
    given.put("ALLOW_PRIVATE_TARGETS", "TRUE");

    assertThat(settings())
        .isEqualTo(
            new EngineSettings(
                30_000,
                30_099,
                InetAddress.getByName("127.0.0.1"),
                InetAddress.getByName("198.51.100.7"),
                Duration.ZERO,
                new EngineSettings.Folders(Path.of("/data/media"), Path.of("/data/recordings")),
                true,
                SpeechSettings.offline()));
  }

  @Test
  void advertisesTheOneAddressItIsBoundTo() throws Exception {
    given.put("RTP_BIND_ADDRESS", "127.0.0.1");

    assertThat(settings().publicAddress()).isEqualTo(InetAddress.getByName("127.0.0.1"));
  }

  @ParameterizedTest
  @CsvSource({
    "RTP_PORT_MIN, 80",
    "RTP_PORT_MIN, many",
    "RTP_PORT_MIN, 19999",
    "RTP_PORT_MAX, 70000",
    "RTP_PORT_MAX, 9999",
    "RTP_SILENCE_SECONDS, -1",
    "RTP_SILENCE_SECONDS, 1.5",
    "PUBLIC_ADDRESS, 0.0.0.0",
    "PUBLIC_ADDRESS, 224.0.0.1",
    "PUBLIC_ADDRESS, no such host",
    "RTP_BIND_ADDRESS, no such host",
    "ALLOW_PRIVATE_TARGETS, yes"
  })
  void namesTheKeyAndTheValueThatAreWrong(String key, String value) {
    given.put(key, value);

    assertThatThrownBy(this::settings)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(value);
  }

  private EngineSettings settings() {
    return new MediaKeys(key -> Optional.ofNullable(given.get(key))).settings();
  }
}
