package org.tandemvoice.carrier.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

class TelnyxAccountTest {

  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private HttpServer carrier;
  private TelnyxAccount account;

  @BeforeEach
  void start() throws IOException {
    carrier = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    carrier.createContext("/v2", this::answer);
    carrier.start();
    account = new TelnyxAccount("http://127.0.0.1:" + carrier.getAddress().getPort() + "/v2");
  }

  @AfterEach
  void stop() {
    carrier.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(exchange.getRequestMethod() + " " + path);
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    boolean isKnown = "Bearer good".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] made = "{\"data\":{\"id\":\"17\"}}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(isKnown ? statuses.getOrDefault(path, 201) : 401, made.length);
    exchange.getResponseBody().write(made);
    exchange.close();
  }

  @Test
  void makesAConnectionThatCallsMayLeaveBy() {
    TelnyxAccount.Login login = account.connect("good", "main");

    assertThat(asked)
        .containsExactly("POST /v2/outbound_voice_profiles", "POST /v2/credential_connections");
    var connection = JsonText.object(bodies.get(1));
    assertThat(connection.getString("user_name"))
        .isEqualTo(login.username())
        .matches("[a-z0-9]{4,32}");
    assertThat(connection.getString("password")).isEqualTo(login.password()).hasSize(32);
    assertThat(connection.getJsonObject("outbound").getString("outbound_voice_profile_id"))
        .isEqualTo("17");
  }

  @Test
  void namesAKeyThatIsNotAccepted() {
    assertThatExceptionOfType(PlatformException.class)
        .isThrownBy(() -> account.connect("bad", "main"))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
        .withMessageContaining("credentials.api_key");
  }

  @Test
  void leavesNothingBehindWhenItFailsHalfway() {
    statuses.put("/v2/credential_connections", 422);

    assertThatExceptionOfType(PlatformException.class)
        .isThrownBy(() -> account.connect("good", "main"))
        .satisfies(failed -> assertThat(failed.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE))
        .withMessageContaining("422");
    assertThat(asked).last().isEqualTo("DELETE /v2/outbound_voice_profiles/17");
  }

  @Test
  void saysThatTheCarrierIsNotThere() {
    carrier.stop(0);

    assertThatExceptionOfType(PlatformException.class)
        .isThrownBy(() -> account.connect("good", "main"))
        .satisfies(failed -> assertThat(failed.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE));
  }
}
