package org.tandemvoice.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A carrier's API that knows one key, {@code good}, and what it was asked for. */
final class CarrierApi implements AutoCloseable {

  private final Queue<String> orders = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  CarrierApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::carry);
    server.start();
  }

  Map<String, String> settings() {
    return Map.of("TELNYX_API_URL", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  Queue<String> orders() {
    return orders;
  }

  private void carry(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Authorization");
    orders.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    byte[] made = "{\"data\":{\"id\":\"17\"}}".getBytes(UTF_8);
    exchange.sendResponseHeaders(key.equals("Bearer good") ? 201 : 401, made.length);
    exchange.getResponseBody().write(made);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
