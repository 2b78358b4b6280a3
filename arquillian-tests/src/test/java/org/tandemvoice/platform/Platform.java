package org.tandemvoice.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.ApiClient;

/** A running Tandem: its addresses, its administrator and its gauges. */
public final class Platform {

  private static final String HOST = "127.0.0.1";
  private static final Duration START = Duration.ofSeconds(120);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration START_INTERVAL = Duration.ofMillis(200);

  private final Ports ports;
  private final Path dataDirectory;
  private final Supplier<ProcessHandle> process;

  Platform(Ports ports, Path dataDirectory, Supplier<ProcessHandle> process) {
    this.ports = ports;
    this.dataDirectory = dataDirectory;
    this.process = process;
  }

  /** The server that every {@link PlatformTest} shares, ready for calls. */
  public static Platform shared() {
    return Shared.READY;
  }

  /** Where the REST API begins, without version: {@code http://127.0.0.1:port}. */
  public URI api() {
    return URI.create("http://" + HOST + ":" + ports.http());
  }

  /** Where SIP listens, UDP and TCP. */
  public InetSocketAddress sip() {
    return new InetSocketAddress(HOST, ports.sip());
  }

  /** Where SIP over that transport listens: UDP, TCP, WS, or with a certificate TLS, WSS. */
  public InetSocketAddress sip(String transport) {
    int port =
        switch (transport) {
          case "UDP", "TCP" -> ports.sip();
          case "WS" -> ports.sipWebSocket();
          case "TLS" -> ports.sipTls();
          case "WSS" -> ports.sipSecureWebSocket();
          default -> throw new IllegalArgumentException(transport);
        };
    return new InetSocketAddress(HOST, port);
  }

  public Path dataDirectory() {
    return dataDirectory;
  }

  /** A client without credentials. */
  public ApiClient anonymous() {
    return ApiClient.at(api());
  }

  /** A client signed in as the first administrator, who may manage every customer. */
  public ApiClient admin() {
    Properties administrator = administrator();
    return anonymous()
        .login(administrator.getProperty("username"), administrator.getProperty("password"));
  }

  /** What the platform wrote at its first start: username, password, customer_id, accesskey. */
  public Properties administrator() {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(dataDirectory.resolve("admin.properties"))) {
      properties.load(reader);
      return properties;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The domain that phones of a customer register at. */
  public String registrar(String customerId) {
    return customerId + ".registrar.voipbin.net";
  }

  /** Whether {@code /health/ready} answers 200; not while nobody listens. */
  public boolean isReady() {
    HttpRequest question =
        HttpRequest.newBuilder(api().resolve("/health/ready"))
            .timeout(Duration.ofSeconds(15))
            .build();
    try {
      return HTTP.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while asking for readiness", stopped);
    }
  }

  public Platform awaitReady() {
    awaitStart("the platform to be ready", START, this::isReady);
    return this;
  }

  /** The gauges of the server, read by JMX from its process. */
  public Gauges gauges() {
    return new Gauges(process.get());
  }

  /** Where the server is managed, on loopback. */
  int managementPort() {
    return ports.management();
  }

  /** The JDK's histogram of the objects that are alive, after a full collection. */
  String liveObjects() {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process asked =
          new ProcessBuilder(
                  jcmd.toString(), Long.toString(process.get().pid()), "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      try (var answer = asked.getInputStream()) {
        return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException cannotAsk) {
      throw new UncheckedIOException(cannotAsk);
    }
  }

  /** Waits for a condition that is asked again and again, and fails when it does not come true. */
  public static void await(String what, Duration patience, BooleanSupplier condition) {
    require(Waiting.until(condition, patience), what, patience);
  }

  /** Waits for a server that starts, which needs the cores more than its tests do. */
  static void awaitStart(String what, Duration patience, BooleanSupplier condition) {
    require(Waiting.until(condition, patience, START_INTERVAL), what, patience);
  }

  private static void require(boolean come, String what, Duration patience) {
    if (!come) {
      throw new AssertionError("waited " + patience + " in vain for " + what);
    }
  }

  /** Holds the shared server, once it is ready. */
  private static final class Shared {

    private static final Platform READY =
        new Platform(
                Ports.fromSystemProperties(),
                Path.of(System.getenv("DATA_DIR")),
                Shared::startedByArquillian)
            .awaitReady();

    private static ProcessHandle startedByArquillian() {
      return ServerProcesses.below(ProcessHandle.current(), System.getProperty("tandem.base"));
    }
  }
}
