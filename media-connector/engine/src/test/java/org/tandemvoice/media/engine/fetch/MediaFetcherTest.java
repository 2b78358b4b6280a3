package org.tandemvoice.media.engine.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.media.fetch.AddressGuard;
import org.tandemvoice.media.fetch.FetchException;

class MediaFetcherTest {

  private static final byte[] SOUND = {1, 2, 3, 4, 5};

  @TempDir private Path folder;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private MediaFetcher open;
  private MediaFetcher guarded;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/sound.wav", exchange -> answer(exchange, 200, SOUND));
    server.createContext("/chunked.wav", exchange -> answerChunked(exchange, 3));
    server.createContext(
        "/endless.wav",
        exchange -> answerChunked(exchange, MediaFetcher.MAX_BYTES / SOUND.length + 2));
    server.createContext("/missing.wav", exchange -> answer(exchange, 404, new byte[0]));
    for (int i = 1; i <= 5; i++) {
      redirect("/hop" + i, "/hop" + (i - 1));
    }
    redirect("/hop0", "sound.wav?x=1");
    redirect("/to-file", "file:///etc/passwd");
    redirect("/to-nowhere", "");
    redirect("/to-metadata", "http://169.254.169.254/");
    server.start();
    open = new MediaFetcher(folder, new AddressGuard(true));
    guarded = new MediaFetcher(folder, new AddressGuard(false));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void fetchesByHttp() throws Exception {
    assertThat(open.fetch(uri("/sound.wav?a=b%20c"))).isEqualTo(SOUND);
    assertThat(asked).containsExactly("/sound.wav?a=b%20c");
  }

  @Test
  void joinsChunks() throws Exception {
    assertThat(open.fetch(uri("/chunked.wav"))).hasSize(3 * SOUND.length);
  }

  @Test
  void followsThreeRedirectsAndNotFour() throws Exception {
    assertThat(open.fetch(uri("/hop2"))).isEqualTo(SOUND);
    assertThatThrownBy(() -> open.fetch(uri("/hop3")))
        .hasMessageContaining("redirects more than 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/to-file", "/to-nowhere"})
  void followsNoRedirectThatIsNotHttp(String path) {
    assertThatThrownBy(() -> open.fetch(uri(path))).isInstanceOf(FetchException.class);
  }

  @Test
  void refusesAPrivateTargetBeforeItIsTouched() {
    assertThatThrownBy(() -> guarded.fetch(uri("/sound.wav")))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("not on the public network");
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:%d/sound.wav", "http://[::1]:%d/sound.wav",
            "http://[::ffff:127.0.0.1]:%d/sound.wav",
        "http://0.0.0.0:%d/sound.wav", "http://127.1:%d/sound.wav",
            "http://169.254.169.254/latest/meta-data",
        "https://10.0.0.1/x.wav"
      })
  void refusesEverySpellingOfAPrivateTarget(String url) {
    URI uri = URI.create(String.format(url, server.getAddress().getPort()));

    assertThatThrownBy(() -> guarded.fetch(uri)).isInstanceOf(FetchException.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void checksTheTargetOfARedirectToo() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    MediaFetcher onlyLoopback =
        new MediaFetcher(
            folder,
            new AddressGuard(false) {
              @Override
              public boolean allows(InetAddress address) {
                return address.equals(loopback) || super.allows(address);
              }
            });

    assertThatThrownBy(() -> onlyLoopback.fetch(uri("/to-metadata")))
        .hasMessageContaining("169.254.169.254 is not on the public network");
  }

  @Test
  void stopsAtTwentyMegabytes() {
    assertThatThrownBy(() -> open.fetch(uri("/endless.wav")))
        .hasMessageContaining("more than 20971520 bytes");
  }

  @Test
  void saysWhatTheServerAnswered() {
    assertThatThrownBy(() -> open.fetch(uri("/missing.wav"))).hasMessageContaining("answered 404");
    server.stop(0);
    assertThatThrownBy(() -> open.fetch(uri("/sound.wav"))).isInstanceOf(FetchException.class);
  }

  @Test
  void readsFilesOfTheMediaFolder() throws Exception {
    Files.createDirectories(folder.resolve("de"));
    Files.write(folder.resolve("de/hello.wav"), SOUND);

    assertThat(open.fetch(URI.create("file:de/hello.wav"))).isEqualTo(SOUND);
    assertThat(open.fetch(URI.create("file:/de/hello.wav"))).isEqualTo(SOUND);
    assertThat(open.fetch(URI.create("file:///de/hello.wav"))).isEqualTo(SOUND);
    assertThat(open.fetch(folder.resolve("de/hello.wav").toUri())).isEqualTo(SOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:../secret",
        "file:/../secret",
        "file:///etc/passwd",
        "file:/etc/passwd",
        "file:%2e%2e/secret",
        "file:a/../../secret",
        "file:link",
        "file:.",
        "file:/",
        "file:%00",
        "file:none.wav"
      })
  void readsNothingElse(String uri) throws Exception {
    Path secret = folder.resolveSibling("secret");
    Files.write(secret, SOUND);
    Files.createSymbolicLink(folder.resolve("link"), secret);

    try {
      assertThatThrownBy(() -> open.fetch(URI.create(uri))).isInstanceOf(FetchException.class);
    } finally {
      Files.delete(secret);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.com/x",
        "jar:file:/x!/y",
        "x.wav",
        "http:///x",
        "http://a:0/x",
        "http:opaque"
      })
  void refusesOtherUrls(String uri) {
    assertThatThrownBy(() -> open.fetch(URI.create(uri))).isInstanceOf(FetchException.class);
  }

  private void redirect(String from, String to) {
    server.createContext(
        from,
        exchange -> {
          exchange.getResponseHeaders().add("Location", to);
          answer(exchange, 302, new byte[0]);
        });
  }

  private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static void answerChunked(HttpExchange exchange, int times) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (int i = 0; i < times; i++) {
        out.write(SOUND);
      }
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }
}
