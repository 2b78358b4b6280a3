package org.tandemvoice.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./run} says when it cannot start. */
class RunScriptIT {

  private static final Path SCRIPT = Path.of("../run").toAbsolutePath().normalize();

  private record Outcome(int code, String text) {}

  @ParameterizedTest
  @CsvSource({
    "HTTP_PORT,--http-port", "MANAGEMENT_PORT,--management-port", "SIP_PORT,--sip-port",
    "SIP_WS_PORT,--sip-ws-port", "SIP_TLS_PORT,--sip-tls-port", "SIP_WSS_PORT,--sip-wss-port"
  })
  void namesTheKeyOfATakenPort(String key, String option) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Outcome outcome = run(option, Integer.toString(taken.getLocalPort()));

      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.text())
          .isEqualTo(
              "run: port %d/tcp is taken by another program: stop it or choose another with %s PORT"
                  + " (%s)\n",
              taken.getLocalPort(), option, key);
    }
  }

  @Test
  void namesTheKeyOfATakenUdpPort() throws Exception {
    try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      Outcome outcome = run("--sip-port", Integer.toString(taken.getLocalPort()));

      assertThat(outcome.code()).isEqualTo(1);
      assertThat(outcome.text()).startsWith("run: port ").contains("/udp", "SIP_PORT");
      assertThat(outcome.text()).hasLineCount(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--http-port,abc,HTTP_PORT is 'abc'",
    "--sip-port,70000,SIP_PORT is 70000",
    "--nonsense,1,unknown option --nonsense",
  })
  void namesAValueThatIsNone(String option, String value, String complaint) throws Exception {
    Outcome outcome = run(option, value);

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.text()).startsWith("run: ").contains(complaint).hasLineCount(1);
  }

  /** Runs it with free ports but for the one option. */
  private static Outcome run(String option, String value) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(SCRIPT.toString(), "--no-build", option, value)
            .redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.putAll(Ports.free().environment());
    environment.put("SIP_KEYSTORE", "is-not-opened-before-the-ports-are-known-to-be-free");
    environment.put("DATA_DIR", Path.of(System.getProperty("tandem.base"), "run").toString());
    Process process = builder.start();
    String text = text(process);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), text);
  }

  private static String text(Process process) throws IOException {
    try (var output = process.getInputStream()) {
      return new String(output.readAllBytes());
    }
  }
}
