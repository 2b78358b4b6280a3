package org.tandemvoice.http.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.media.fetch.AddressGuard;

/** Against small servers on the loopback, under names that no name server knows. */
class AsyncWebClientTest {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<AsyncWebClient> clients = new ArrayList<>();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final List<String> lookedUp = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve(server);
  }

  private void serve(HttpServer any) {
    any.setExecutor(threads);
    any.createContext("/", this::answer);
    any.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(
        String.join(
            " ",
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("Host"),
            exchange.getRequestHeaders().getFirst("Content-Type"),
            exchange.getRequestHeaders().getFirst("X-Mark"),
            body));
    switch (exchange.getRequestURI().getPath()) {
      case "/hang" -> awaitEnd();
      case "/moved" -> exchange.getResponseHeaders().add("Location", "/");
      default -> {}
    }
    boolean isMoved = exchange.getRequestURI().getPath().equals("/moved");
    exchange.sendResponseHeaders(isMoved ? 307 : 200, -1);
    exchange.close();
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() {
    end.countDown();
    clients.forEach(AsyncWebClient::close);
    server.stop(0);
    threads.shutdownNow();
  }

  /** One for which every name is at this address, when it is asked for first. */
  private AsyncWebClient client(boolean allowPrivate, InetAddress address, SSLContext trust) {
    AddressGuard.Names names =
        host -> {
          lookedUp.add(host);
          if (lookedUp.size() > 1) {
            throw new UnknownHostException(host + " means something else by now");
          }
          return new InetAddress[] {address};
        };
    AsyncWebClient client = new AsyncWebClient(new PublicTargets(allowPrivate, names), trust);
    clients.add(client);
    return client;
  }

  private AsyncWebClient client() throws NoSuchAlgorithmException {
    return client(true, InetAddress.getLoopbackAddress(), SSLContext.getDefault());
  }

  private WebRequest post(String path) {
    URI uri = URI.create("http://hooks.test:" + server.getAddress().getPort() + path);
    return new WebRequest("POST", uri, "application/json", "{\"a\":\"grüße\"}");
  }

  @Test
  void connectsToTheAddressThatWasJudgedAndLooksNothingUpAgain() throws Exception {
    WebAnswer answer = client().send(post("/x?y=%20z"), Map.of("X-Mark", "m"), LIMIT).get();

    assertThat(answer).isEqualTo(new WebAnswer(200, "", ""));
    assertThat(lookedUp).containsExactly("hooks.test");
    String host = "hooks.test:" + server.getAddress().getPort();
    assertThat(received)
        .containsExactly("POST /x?y=%20z " + host + " application/json m {\"a\":\"grüße\"}");
  }

  @Test
  void asksNobodyInThePrivateNetworkByDefault() throws Exception {
    AsyncWebClient client =
        client(false, InetAddress.getLoopbackAddress(), SSLContext.getDefault());

    WebAnswer answer = client.send(post("/"), Map.of(), LIMIT).get();

    assertThat(answer.complaint())
        .isEqualTo(
            "The host hooks.test is not on the public network (ALLOW_PRIVATE_TARGETS is off)");
    assertThat(received).isEmpty();
  }

  @Test
  void followsNoRedirect() throws Exception {
    assertThat(client().send(post("/moved"), Map.of(), LIMIT).get().status()).isEqualTo(307);
    assertThat(received).hasSize(1);
  }

  @Test
  void waitsNoLongerThanItsLimitAndForManyAtATime() throws Exception {
    AsyncWebClient client = new AsyncWebClient(new PublicTargets(true), SSLContext.getDefault());
    clients.add(client);
    URI hang = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hang");
    long begun = System.nanoTime();

    List<CompletableFuture<WebAnswer>> waiting = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      waiting.add(
          client.send(new WebRequest("GET", hang, "", ""), Map.of(), Duration.ofMillis(900)));
    }

    for (CompletableFuture<WebAnswer> answer : waiting) {
      assertThat(answer.get().complaint()).isEqualTo("Connection timeout: no answer within 900 ms");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void saysThatNobodyListens() throws Exception {
    WebRequest request = post("/");
    server.stop(0);

    assertThat(client().send(request, Map.of(), LIMIT).get().complaint())
        .startsWith("Connection failed");
  }

  @Test
  void takesACertificateOnlyForTheNameInTheUrl(@TempDir Path folder) throws Exception {
    NamedCertificate certificate = NamedCertificate.make(folder, "hooks.test");
    HttpsServer secure =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
    serve(secure);

    WebAnswer own = secured(certificate.context(), "hooks.test", secure);
    WebAnswer foreign = secured(certificate.context(), "other.test", secure);
    WebAnswer unknown = secured(SSLContext.getDefault(), "hooks.test", secure);
    secure.stop(0);

    assertThat(own).isEqualTo(new WebAnswer(200, "", ""));
    assertThat(foreign.complaint()).startsWith("Connection failed (SSL").contains("other.test");
    assertThat(unknown.complaint()).startsWith("Connection failed (SSLHandshakeException)");
    assertThat(received).hasSize(1);
  }

  private WebAnswer secured(SSLContext trust, String host, HttpServer at) throws Exception {
    lookedUp.clear();
    URI uri = URI.create("https://" + host + ":" + at.getAddress().getPort() + "/");
    return client(true, InetAddress.getLoopbackAddress(), trust)
        .send(new WebRequest("POST", uri, "application/json", "{}"), Map.of(), LIMIT)
        .get();
  }
}
