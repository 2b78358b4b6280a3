package org.tandemvoice.recording.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of S3 as a recording needs, with buckets in the path; it lets nobody in unsigned. */
final class S3Service implements AutoCloseable {

  final Set<String> buckets = ConcurrentHashMap.newKeySet();
  final Map<String, String> objects = new ConcurrentHashMap<>();
  final Map<String, String> contentTypes = new ConcurrentHashMap<>();
  final List<String> requests = new CopyOnWriteArrayList<>();
  volatile boolean broken;

  private final HttpServer server;

  S3Service() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().replaceFirst("/$", "");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
    requests.add(exchange.getRequestMethod() + " " + path);
    if (broken) {
      respond(exchange, 503, error("SlowDown"));
    } else if (!isSigned(exchange)) {
      respond(exchange, 403, error("AccessDenied"));
    } else if (path.indexOf('/', 1) < 0) {
      buckets.add(path.substring(1));
      respond(exchange, 200, "");
    } else if (!buckets.contains(path.substring(1, path.indexOf('/', 1)))) {
      respond(exchange, 404, error("NoSuchBucket"));
    } else {
      object(exchange, path, body);
    }
  }

  private void object(HttpExchange exchange, String path, String body) throws IOException {
    switch (exchange.getRequestMethod()) {
      case "PUT" -> {
        objects.put(path, body);
        contentTypes.put(path, exchange.getRequestHeaders().getFirst("Content-Type"));
        respond(exchange, 200, "");
      }
      case "DELETE" -> {
        objects.remove(path);
        respond(exchange, 204, "");
      }
      default -> {
        String found = objects.get(path);
        respond(exchange, found == null ? 404 : 200, found == null ? error("NoSuchKey") : found);
      }
    }
  }

  private static boolean isSigned(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return header != null && header.startsWith("AWS4-HMAC-SHA256 Credential=key/")
        || query != null && query.contains("X-Amz-Signature=") && query.contains("X-Amz-Expires=");
  }

  private static String error(String code) {
    return "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>no</Message></Error>";
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
