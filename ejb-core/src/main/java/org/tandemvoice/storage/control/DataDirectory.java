package org.tandemvoice.storage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The directory that must survive a restart: {@code DATA_DIR}, else the data directory of the
 * server it is deployed to. Files with secrets are readable by the server's user only.
 */
@ApplicationScoped
public class DataDirectory {

  private Path path = Path.of("");

  protected DataDirectory() {}

  @Inject
  public DataDirectory(
      @ConfigProperty(name = "DATA_DIR") Optional<String> configured,
      @ConfigProperty(name = "jboss.server.data.dir") Optional<String> server) {
    this(
        Path.of(
            configured
                .or(() -> server)
                .orElseThrow(() -> new IllegalStateException("DATA_DIR is not set"))));
  }

  public DataDirectory(Path path) {
    this.path = path.toAbsolutePath();
  }

  public Path path() {
    return path;
  }

  /**
   * Writes a file as a whole or not at all, mode 0600. Its folder is made, mode 0700, if it is
   * missing.
   */
  public void writeSecret(String name, byte[] content) {
    Path file = path.resolve(name);
    try {
      Files.createDirectories(path);
      if (!Files.isDirectory(file.getParent())) {
        Files.createDirectories(
            file.getParent(),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      Path draft =
          Files.createTempFile(
              file.getParent(),
              file.getFileName().toString(),
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(draft, content);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException cannotWrite) {
      throw new UncheckedIOException(
          "cannot write " + file + ": make DATA_DIR writable for the server", cannotWrite);
    }
  }

  /** The content of a file; empty if there is no such file. */
  public Optional<byte[]> read(String name) {
    Path file = path.resolve(name);
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException cannotRead) {
      throw new UncheckedIOException(
          "cannot read " + file + ": make it readable for the server", cannotRead);
    }
  }
}
