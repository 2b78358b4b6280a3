package org.tandemvoice.peer.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** Whether a foreign peer is installed; without it a test is skipped, or fails when told to. */
public final class RealPeers {

  /** Set (to anything but empty) where every peer must be there, as on the build machine. */
  public static final String REQUIRED = "TANDEM_REQUIRE_PEERS";

  private RealPeers() {}

  public static void require(String program) {
    if (installed(program)) {
      return;
    }
    String required = System.getenv(REQUIRED);
    if (required != null && !required.isBlank()) {
      throw new AssertionError(program + " is not installed but " + REQUIRED + " is set");
    }
    Assumptions.abort(program + " is not installed");
  }

  private static boolean installed(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .anyMatch(Files::isExecutable);
  }
}
