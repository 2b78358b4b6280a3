package org.tandemvoice.recording.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRecordingStoreTest {

  @TempDir private Path folder;
  private Path source;
  private LocalRecordingStore store;

  @BeforeEach
  void write() throws IOException {
    source = Files.writeString(folder.resolve("whole.mp3"), "sound");
    store = new LocalRecordingStore(folder.resolve("store"), new RecordingLinks());
  }

  @Test
  void keepsACopyAndTakesItOutAgain() throws IOException {
    assertThat(store.file(Examples.whole())).isEmpty();

    store.put(Examples.whole(), source);
    Files.delete(source);

    Path kept = store.file(Examples.whole()).orElseThrow();
    assertThat(kept)
        .hasContent("sound")
        .isEqualTo(
            folder.resolve(
                "store/recordings-" + Examples.CUSTOMER + "/2026-02-21/" + Examples.ID + ".mp3"));
    store.delete(Examples.whole());
    store.delete(Examples.whole());
    assertThat(store.file(Examples.whole())).isEmpty();
  }

  @Test
  void mayBeToldTwice() throws IOException {
    store.put(Examples.whole(), source);
    Path again = Files.writeString(folder.resolve("again.mp3"), "more sound");
    store.put(Examples.whole(), again);

    assertThat(store.file(Examples.whole()).orElseThrow()).hasContent("more sound");
    try (var files = Files.list(store.file(Examples.whole()).orElseThrow().getParent())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void saysThatItCannot() throws IOException {
    Files.writeString(folder.resolve("store"), "no folder");

    assertThatThrownBy(() -> store.put(Examples.whole(), source)).isInstanceOf(IOException.class);
  }
}
