package org.tandemvoice.storage.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir private Path folder;

  @Test
  void writesSecretsForItselfOnly() throws IOException {
    DataDirectory directory = new DataDirectory(folder.resolve("data"));

    directory.writeSecret("keys/token.key", new byte[] {1});

    assertThat(mode("data/keys/token.key")).isEqualTo("rw-------");
    assertThat(mode("data/keys")).isEqualTo("rwx------");
    assertThat(directory.read("keys/token.key")).hasValue(new byte[] {1});
  }

  @Test
  void replacesAFileAsAWhole() throws IOException {
    DataDirectory directory = new DataDirectory(folder);
    directory.writeSecret("admin.properties", new byte[] {1, 2, 3});

    directory.writeSecret("admin.properties", new byte[] {9});

    assertThat(directory.read("admin.properties")).hasValue(new byte[] {9});
    assertThat(mode("admin.properties")).isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void findsNothingInAnEmptyFolder() {
    assertThat(new DataDirectory(folder).read("keys/token.key")).isEmpty();
  }

  private String mode(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }
}
