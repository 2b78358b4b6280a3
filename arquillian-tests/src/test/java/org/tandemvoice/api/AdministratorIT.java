package org.tandemvoice.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformProcess;
import org.tandemvoice.platform.PlatformTest;

/** The first administrator: made at the first start, and given another password at a later one. */
@PlatformTest
class AdministratorIT {

  @Test
  void followsTheConfiguredPassword() throws IOException {
    String customer;
    try (PlatformProcess process =
        PlatformProcess.start("administrator", Map.of("ADMIN_USERNAME", "boss"))) {
      Platform platform = process.platform();
      assertThat(platform.administrator().getProperty("username")).isEqualTo("boss");
      assertThat(mode(platform.dataDirectory().resolve("admin.properties"))).isEqualTo("rw-------");
      customer = platform.admin().customerId();
      platform.anonymous().post("/auth/login", login("boss", "chosen")).expect(400);
      process.stop();

      process.with("ADMIN_PASSWORD", "chosen").start();

      platform.anonymous().post("/auth/login", login("boss", "chosen")).expect(200);
      assertThat(platform.administrator().getProperty("password")).isEqualTo("chosen");
      assertThat(platform.admin().customerId()).isEqualTo(customer);
    }
  }

  private static JsonObject login(String username, String password) {
    return Body.of("{'username':'%s','password':'%s'}".formatted(username, password));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
