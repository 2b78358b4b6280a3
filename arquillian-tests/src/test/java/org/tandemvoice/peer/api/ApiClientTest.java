package org.tandemvoice.peer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiClientTest {

  private HttpServer server;
  private ApiClient client;
  private String seen = "";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/auth/login", exchange -> answer(exchange, 200, "{\"token\":\"a b\"}"));
    server.createContext("/v1.0/customer", exchange -> answer(exchange, 200, "{\"id\":\"c1\"}"));
    server.createContext("/v1.0/calls", exchange -> answer(exchange, 404, "{\"message\":\"no\"}"));
    server.start();
    client = ApiClient.at(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  private void answer(com.sun.net.httpserver.HttpExchange exchange, int status, String body)
      throws IOException {
    seen = exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawQuery();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("X-Request-Id", "req_1");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void carriesTheTokenOfItsLogin() {
    assertThat(client.login("u", "p").customerId()).isEqualTo("c1");
    assertThat(seen).isEqualTo("GET token=a+b");
  }

  @Test
  void showsTheBodyOfAnUnexpectedAnswer() {
    ApiAnswer answer = client.get("/v1.0/calls");

    assertThat(answer.requestId()).contains("req_1");
    assertThatThrownBy(() -> answer.expect(200)).hasMessageContaining("{\"message\":\"no\"}");
  }
}
