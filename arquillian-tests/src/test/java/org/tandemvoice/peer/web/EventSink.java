package org.tandemvoice.peer.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.tandemvoice.peer.Waiting;

/** A web server that takes events, and answers them as a test wants it to. */
public final class EventSink implements AutoCloseable {

  /** Hold the answer back for ever. */
  public static final int HANG = -1;

  /** Close the connection without an answer. */
  public static final int CLOSE = -2;

  private final List<ReceivedEvent> received = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final String scheme;
  private volatile Function<ReceivedEvent, Integer> behaviour = event -> 200;
  private volatile Duration delay = Duration.ZERO;
  private volatile String location = "";

  private EventSink(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** One that answers 200. */
  public static EventSink open() {
    try {
      return new EventSink(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200),
          "http");
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  /** One that shows this certificate and answers 200. */
  public static EventSink open(SSLContext identity) {
    try {
      HttpsServer secure =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
      secure.setHttpsConfigurator(new HttpsConfigurator(identity));
      return new EventSink(secure, "https");
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  public String url() {
    return scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/events";
  }

  /** Answers every event with this status, {@link #HANG} or {@link #CLOSE}. */
  public EventSink answering(int status) {
    return answering(event -> status);
  }

  public EventSink answering(Function<ReceivedEvent, Integer> chosen) {
    behaviour = chosen;
    return this;
  }

  /** Answers only after this time. */
  public EventSink slow(Duration time) {
    delay = time;
    return this;
  }

  public EventSink redirectingTo(String url) {
    location = url;
    return answering(307);
  }

  public List<ReceivedEvent> received() {
    synchronized (received) {
      return List.copyOf(received);
    }
  }

  /** Hands over what has come since the last time, in the order of its arrival. */
  public List<ReceivedEvent> take() {
    synchronized (received) {
      List<ReceivedEvent> taken = List.copyOf(received);
      received.clear();
      return taken;
    }
  }

  /** The types of the events of one resource, in the order of their arrival. */
  public List<String> types(String resource) {
    return received().stream()
        .filter(event -> event.resource().equals(resource))
        .map(ReceivedEvent::type)
        .toList();
  }

  /** Waits for an event. */
  public ReceivedEvent await(Predicate<ReceivedEvent> wanted, Duration patience) {
    if (!Waiting.until(() -> received().stream().anyMatch(wanted), patience)) {
      throw new AssertionError("waited " + patience + " in vain for an event; came: " + received());
    }
    return received().stream().filter(wanted).findFirst().orElseThrow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Instant now = Instant.now();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    ReceivedEvent event = event(now, exchange, body, 0);
    int status = behaviour.apply(event);
    synchronized (received) {
      received.add(event(now, exchange, body, status));
    }
    if (!delay.isZero()) {
      Waiting.pass(delay);
    }
    switch (status) {
      case HANG -> {}
      case CLOSE -> exchange.close();
      default -> {
        if (!location.isEmpty()) {
          exchange.getResponseHeaders().set("Location", location);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
      }
    }
  }

  private static ReceivedEvent event(Instant now, HttpExchange exchange, String body, int status) {
    Headers sent = exchange.getRequestHeaders();
    Map<String, String> headers = new HashMap<>();
    sent.forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
    return new ReceivedEvent(now, exchange.getRequestMethod(), headers, body, status);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
