package org.tandemvoice.recording.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract with S3: what is sent to the service, and what becomes of its refusals. */
class S3RecordingStoreTest {

  private static final String OBJECT = "/2026-02-21/" + Examples.ID + ".mp3";
  private static final String OWN = "/recordings-" + Examples.CUSTOMER;

  @TempDir private Path folder;
  private Path file;
  private S3Service service;

  @BeforeEach
  void start() throws IOException {
    file = Files.writeString(folder.resolve("whole.mp3"), "sound");
    service = new S3Service();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void makesTheBucketOfACustomerAndPutsTheFileIntoIt() throws IOException {
    store(Optional.empty()).put(Examples.whole(), file);

    assertThat(service.requests)
        .containsExactly("PUT " + OWN + OBJECT, "PUT " + OWN, "PUT " + OWN + OBJECT);
    assertThat(service.objects).containsEntry(OWN + OBJECT, "sound");
    assertThat(service.contentTypes).containsEntry(OWN + OBJECT, "audio/mpeg");
  }

  @Test
  void usesOneBucketForAllIfToldSo() throws IOException {
    service.buckets.add("all");

    store(Optional.of("all")).put(Examples.whole(), file);

    assertThat(service.objects).containsOnlyKeys("/all" + OWN + OBJECT);
  }

  @Test
  void handsOutAUrlThatTheServiceHasSigned() throws Exception {
    RecordingStore store = store(Optional.empty());
    store.put(Examples.whole(), file);

    URI link =
        store.link(
            Examples.whole(), URI.create("http://api/"), Examples.NOW.plus(Duration.ofHours(1)));

    assertThat(link.getQuery()).contains("X-Amz-Expires=3600").contains("X-Amz-Signature=");
    HttpResponse<String> read =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(read.body()).isEqualTo("sound");
    assertThat(store.file(Examples.whole())).isEmpty();
  }

  @Test
  void deletesAndDoesNotMindIfNothingIsThere() throws IOException {
    RecordingStore store = store(Optional.empty());
    store.delete(Examples.whole());
    store.put(Examples.whole(), file);

    store.delete(Examples.whole());

    assertThat(service.objects).isEmpty();
  }

  @Test
  void saysThatTheServiceIsOutOfOrder() {
    service.broken = true;

    assertThatThrownBy(() -> store(Optional.empty()).put(Examples.whole(), file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(Examples.ID.toString());
  }

  private RecordingStore store(Optional<String> bucket) {
    return new S3RecordingStore(
        new S3Settings(
            Optional.of(service.endpoint()),
            "us-east-1",
            Optional.of("key"),
            Optional.of("secret"),
            bucket),
        Clock.fixed(Examples.NOW, ZoneOffset.UTC));
  }
}
