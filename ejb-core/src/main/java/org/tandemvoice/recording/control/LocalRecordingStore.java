package org.tandemvoice.recording.control;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.recording.entity.StorageKey;

/**
 * A directory: {@code recordings-<customer id>/<date>/<recording id>.<format>} (inventory section
 * 18). The API serves its files under signed URLs.
 */
final class LocalRecordingStore implements RecordingStore {

  private final Path root;
  private final RecordingLinks links;

  LocalRecordingStore(Path root, RecordingLinks links) {
    this.root = root;
    this.links = links;
  }

  @Override
  public void put(Recording recording, Path file) throws IOException {
    Path target = path(recording);
    Files.createDirectories(target.getParent());
    try {
      Files.createLink(target, file);
    } catch (UnsupportedOperationException | IOException otherDiskOrThereAlready) {
      copy(file, target);
    }
  }

  private static void copy(Path file, Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(Recording recording) throws IOException {
    Files.deleteIfExists(path(recording));
  }

  @Override
  public URI link(Recording recording, URI api, Instant expires) {
    return links.sign(recording, api, expires);
  }

  @Override
  public Optional<Path> file(Recording recording) {
    return Optional.of(path(recording)).filter(Files::isRegularFile);
  }

  private Path path(Recording recording) {
    StorageKey key = recording.key();
    return root.resolve(key.bucket()).resolve(key.path());
  }
}
