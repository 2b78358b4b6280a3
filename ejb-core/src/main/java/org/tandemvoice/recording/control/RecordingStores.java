package org.tandemvoice.recording.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.storage.control.DataDirectory;

/** Makes the store that the configuration asks for. */
@ApplicationScoped
public class RecordingStores {

  private final RecordingStore store;

  protected RecordingStores() {
    store = null;
  }

  /**
   * @param kind {@code RECORDING_STORE}: {@code local} (default) or {@code s3}
   * @param folder {@code RECORDING_DIR} of the local store; default {@code DATA_DIR/recordings}
   */
  @Inject
  public RecordingStores(
      DataDirectory directory,
      RecordingLinks links,
      S3Settings s3,
      Clock clock,
      @ConfigProperty(name = "RECORDING_STORE", defaultValue = "local") String kind,
      @ConfigProperty(name = "RECORDING_DIR") Optional<String> folder) {
    store =
        switch (kind) {
          case "local" ->
              new LocalRecordingStore(
                  folder.map(Path::of).orElse(directory.path().resolve("recordings")), links);
          case "s3" -> new S3RecordingStore(s3, clock);
          default ->
              throw new IllegalStateException(
                  "RECORDING_STORE is \"" + kind + "\": give local or s3");
        };
  }

  /** The store. */
  @Produces
  @ApplicationScoped
  public RecordingStore store() {
    return store;
  }
}
