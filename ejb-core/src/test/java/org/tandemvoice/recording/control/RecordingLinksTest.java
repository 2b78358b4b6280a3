package org.tandemvoice.recording.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.secret.control.PlatformKeys;
import org.tandemvoice.storage.control.DataDirectory;

class RecordingLinksTest {

  private static final Pattern QUERY = Pattern.compile("expires=(\\d+)&signature=([0-9a-f]{64})");

  @TempDir private Path folder;

  @Test
  void isGoodForAnHourAndForItsOwnRecordingOnly() {
    RecordingLinks links = at(Examples.NOW, 1);
    URI link =
        links.sign(
            Examples.recording(),
            URI.create("http://api:8080/"),
            Examples.NOW.plus(Duration.ofHours(1)));

    assertThat(link)
        .hasHost("api")
        .hasPath("/v1.0/recordingfiles/" + Examples.ID + "/" + Examples.ID + ".mp3");
    Matcher query = QUERY.matcher(link.getQuery());
    assertThat(query.matches()).isTrue();
    long expires = Long.parseLong(query.group(1));
    String signature = query.group(2);
    assertThat(links.isGood(Examples.ID, expires, signature)).isTrue();
    assertThat(at(Examples.NOW.plusSeconds(3599), 1).isGood(Examples.ID, expires, signature))
        .isTrue();
    assertThat(at(Examples.NOW.plusSeconds(3600), 1).isGood(Examples.ID, expires, signature))
        .isFalse();
    assertThat(links.isGood(Examples.ID, expires + 1, signature)).isFalse();
    assertThat(links.isGood(new UUID(0, 43), expires, signature)).isFalse();
    assertThat(links.isGood(Examples.ID, expires, "")).isFalse();
    assertThat(at(Examples.NOW, 2).isGood(Examples.ID, expires, signature)).isFalse();
  }

  private RecordingLinks at(Instant time, int secret) {
    byte[] key = new byte[32];
    key[0] = (byte) secret;
    Optional<String> text = Optional.of(Base64.getEncoder().encodeToString(key));
    return new RecordingLinks(
        new PlatformKeys(new DataDirectory(folder), text, text), Clock.fixed(time, ZoneOffset.UTC));
  }
}
