package org.tandemvoice.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The server starts, says that it is ready, and comes back after a stop and after a kill. */
@PlatformTest
class StartIT {

  @Test
  void knowsItsAdministrator() {
    Platform platform = Platform.shared();

    assertThat(platform.admin().get("/v1.0/customer").status()).isEqualTo(200);
    assertThat(platform.anonymous().get("/v1.0/customer").status()).isEqualTo(401);
  }

  @Test
  void idleServerHasGauges() {
    assertThat(Platform.shared().gauges().number("Media", "FreePorts")).isPositive();
  }

  @Test
  void keepsItsDataThroughStopAndKill() {
    try (PlatformProcess process = PlatformProcess.start("restarts", Map.of())) {
      String customer = customerOf(process);

      process.stop();
      process.start();
      assertThat(customerOf(process)).isEqualTo(customer);

      process.kill();
      process.start();
      assertThat(customerOf(process)).isEqualTo(customer);
    }
  }

  private static String customerOf(PlatformProcess process) {
    return process.platform().admin().get("/v1.0/customer").expect(200).object().getString("id");
  }
}
