package org.tandemvoice.media.engine.recording;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of recordings, whole or not, by the id their names begin with. Others are not touched.
 */
public final class RecordingFolder {

  private static final Logger LOG = System.getLogger(RecordingFolder.class.getName());
  private static final List<String> SUFFIXES = List.of(".wav", ".mp3", ".ogg");
  private static final String PART = ".part";
  private static final Pattern NAME =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(wav|mp3|ogg)(\\.part)?");

  private final Path folder;

  RecordingFolder(Path folder) {
    this.folder = folder;
  }

  /** Recordings that have files here. */
  public Set<UUID> ids() {
    Set<UUID> ids = new HashSet<>();
    for (Path file : files()) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      if (name.matches()) {
        ids.add(UUID.fromString(name.group(1)));
      }
    }
    return ids;
  }

  /** Removes every file of a recording. */
  public void remove(UUID recordingId) {
    for (String suffix : SUFFIXES) {
      remove(folder.resolve(recordingId + suffix));
      remove(folder.resolve(recordingId + suffix + PART));
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Level.WARNING, file + " cannot be removed", e);
    }
  }

  private Set<Path> files() {
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      Set<Path> found = new HashSet<>();
      files.forEach(found::add);
      return found;
    } catch (IOException e) {
      LOG.log(Level.WARNING, folder + " cannot be listed", e);
      return Set.of();
    }
  }
}
