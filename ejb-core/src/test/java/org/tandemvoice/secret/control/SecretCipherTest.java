package org.tandemvoice.secret.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.storage.control.DataDirectory;

class SecretCipherTest {

  private static final UUID ROW = new UUID(7, 1);

  @TempDir private Path folder;

  @Test
  void opensWhatItSealed() {
    SecretCipher cipher = cipher("first");

    String sealed = cipher.seal(ROW, "s3cret-ü");

    assertThat(sealed).doesNotContain("s3cret").isNotEqualTo(cipher.seal(ROW, "s3cret-ü"));
    assertThat(cipher.open(ROW, sealed)).isEqualTo("s3cret-ü");
  }

  @Test
  void doesNotOpenWhatWasSealedForAnotherRow() {
    SecretCipher cipher = cipher("first");
    String sealed = cipher.seal(ROW, "secret");

    assertThatThrownBy(() -> cipher.open(new UUID(7, 2), sealed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not open");
  }

  @Test
  void doesNotOpenWithAnotherKey() {
    String sealed = cipher("first").seal(ROW, "secret");
    SecretCipher other = cipher("second");

    assertThatThrownBy(() -> other.open(ROW, sealed)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keepsItsKeyOverARestart() {
    String sealed = cipher("first").seal(ROW, "secret");

    assertThat(cipher("first").open(ROW, sealed)).isEqualTo("secret");
  }

  @Test
  void prefersTheConfiguredKey() {
    var configured = Optional.of(Base64.getEncoder().encodeToString(new byte[32]));
    var one = new PlatformKeys(directory("one"), configured, Optional.empty());
    var two = new PlatformKeys(directory("two"), configured, Optional.empty());

    assertThat(one.sealing()).isEqualTo(two.sealing()).containsOnly(0);
    assertThat(one.signing()).isNotEqualTo(two.signing());
  }

  @Test
  void refusesAKeyThatIsTooShort() {
    var tooShort = Optional.of(Base64.getEncoder().encodeToString(new byte[16]));

    assertThatThrownBy(() -> new PlatformKeys(directory("one"), tooShort, Optional.empty()))
        .hasMessageContaining("SECRET_KEY has 16 bytes");
  }

  private SecretCipher cipher(String name) {
    return new SecretCipher(new PlatformKeys(directory(name), Optional.empty(), Optional.empty()));
  }

  private DataDirectory directory(String name) {
    return new DataDirectory(folder.resolve(name));
  }
}
