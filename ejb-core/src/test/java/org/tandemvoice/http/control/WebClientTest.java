package org.tandemvoice.http.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a small server on the loopback. */
class WebClientTest {

  private final WebClient client = new WebClient(new PublicTargets(true));
  private final AtomicReference<String> received = new AtomicReference<>("");
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/echo",
        exchange -> {
          String type = exchange.getRequestHeaders().getFirst("Content-Type");
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.set(exchange.getRequestMethod() + " " + type);
          exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/echo");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    server.createContext(
        "/circle",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/circle");
          exchange.sendResponseHeaders(308, -1);
          exchange.close();
        });
    server.createContext(
        "/inside",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "file:///etc/passwd");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    server.createContext(
        "/huge",
        exchange -> {
          byte[] chunk = "x".repeat(65_536).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            for (int i = 0; i < 17; i++) {
              body.write(chunk);
            }
          } catch (IOException clientHasSeenEnough) {
            exchange.close();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private WebAnswer post(String path) {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return client.send(new WebRequest("POST", uri, "text/plain", "grüße"));
  }

  @Test
  void sendsTheBodyAndReadsTheAnswer() {
    WebAnswer answer = post("/echo");

    assertThat(answer).isEqualTo(new WebAnswer(200, "grüße", ""));
    assertThat(received.get()).isEqualTo("POST text/plain");
  }

  @Test
  void followsARedirectThatKeepsTheMethod() {
    assertThat(post("/moved").body()).isEqualTo("grüße");
  }

  @Test
  void givesUpACircle() {
    assertThat(post("/circle").complaint()).contains("redirects more than 3 times");
  }

  @Test
  void judgesTheTargetOfARedirect() {
    assertThat(post("/inside").complaint()).contains("not of http or https");
  }

  @Test
  void refusesAnAnswerThatIsTooLong() {
    assertThat(post("/huge").complaint()).contains("more than 1048576 bytes");
  }

  @Test
  void saysWhatTheServerAnswered() {
    assertThat(post("/nothing-here").complaint()).isEqualTo("the server answered 404");
  }

  @Test
  void saysThatNobodyListens() {
    server.stop(0);

    assertThat(post("/echo").complaint()).contains("could not be reached");
  }

  @Test
  void refusesThePrivateNetworkByDefault() {
    WebAnswer answer =
        new WebClient(new PublicTargets(false))
            .send(new WebRequest("GET", URI.create("http://127.0.0.1/"), "", ""));

    assertThat(answer.complaint()).contains("not on the public network");
  }
}
