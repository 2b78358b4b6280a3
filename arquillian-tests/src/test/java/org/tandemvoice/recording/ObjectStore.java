package org.tandemvoice.recording;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that takes, gives and deletes objects as S3 does, or says that it is too busy. */
final class ObjectStore implements AutoCloseable {

  private static final byte[] NOTHING = {};

  private final HttpServer server;
  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile boolean refusing;

  private ObjectStore(HttpServer server) {
    this.server = server;
  }

  static ObjectStore open() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ObjectStore store = new ObjectStore(server);
    server.createContext("/", store::answer);
    server.start();
    return store;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void refuse(boolean on) {
    refusing = on;
  }

  int refusals() {
    return refusals.get();
  }

  int size() {
    return objects.size();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    if (refusing) {
      refusals.incrementAndGet();
      respond(
          exchange, 503, "<Error><Code>SlowDown</Code></Error>".getBytes(StandardCharsets.UTF_8));
      return;
    }
    switch (exchange.getRequestMethod()) {
      case "PUT" -> {
        objects.put(path, body);
        respond(exchange, 200, NOTHING);
      }
      case "DELETE" -> {
        objects.remove(path);
        respond(exchange, 204, NOTHING);
      }
      default -> {
        byte[] found = objects.getOrDefault(path, NOTHING);
        respond(exchange, found.length == 0 ? 404 : 200, found);
      }
    }
  }

  private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
