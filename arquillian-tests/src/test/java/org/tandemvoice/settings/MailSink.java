package org.tandemvoice.settings;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.platform.Platform;

/** A mail server that takes all mails (RFC 5321) and keeps them as they were sent. */
final class MailSink implements AutoCloseable {

  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Envelope and content of each mail, lines ended by line feeds. */
  private final List<String> received = new CopyOnWriteArrayList<>();

  MailSink() {
    try {
      listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    threads.execute(this::accept);
  }

  /** Of a server that hands its mails over here, and lets nobody sign up. */
  Map<String, String> settings() {
    return Map.of(
        "SIGNUP", "false",
        "SMTP_HOST", "127.0.0.1",
        "SMTP_PORT", Integer.toString(listener.getLocalPort()),
        "SMTP_TLS", "none",
        "MAIL_FROM", "Tandem <voice@example.com>",
        "API_URL", "https://api.example.com/");
  }

  /** A forgotten password brings a link here; signing up is refused. */
  void assertTakesLinks(ApiClient stranger, ApiClient customer) {
    JsonObject signup =
        Json.createObjectBuilder().add("email", "a@example.com").add("accepted_tos", true).build();
    assertThat(stranger.post("/auth/signup", signup).expect(403).body())
        .contains("PERMISSION_DENIED");
    JsonObject agent =
        Json.createObjectBuilder()
            .add("username", "bert@example.com")
            .add("password", "long enough")
            .add("permission", 32)
            .build();
    customer.post("/v1.0/agents", agent).expect(201);

    JsonObject forgot = Json.createObjectBuilder().add("username", "bert@example.com").build();
    stranger.post("/auth/password-forgot", forgot).expect(200);

    Platform.await("a mail", Duration.ofSeconds(8), () -> !received.isEmpty());
    assertThat(received).hasSize(1);
    assertThat(received.get(0))
        .contains("MAIL FROM:<voice@example.com>", "RCPT TO:<bert@example.com>")
        .contains("Subject: Choose your password")
        .containsPattern("https://api.example.com/auth/password-reset\\?token=3?D?[0-9a-f]");
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        Socket client = listener.accept();
        threads.execute(() -> converse(client));
      }
    } catch (IOException closed) {
      threads.shutdown();
    }
  }

  private void converse(Socket client) {
    try (client) {
      var in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      say(client, "220 sink");
      StringBuilder mail = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("DATA")) {
          say(client, "354 go on");
          for (line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
          }
          received.add(mail.toString());
        } else if (line.startsWith("MAIL") || line.startsWith("RCPT")) {
          mail.append(line).append('\n');
        }
        say(client, line != null && line.startsWith("QUIT") ? "221 bye" : "250 ok");
      }
    } catch (IOException gone) {
      received.add("a connection broke: " + gone.getMessage());
    }
  }

  private static void say(Socket client, String line) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException stuck) {
      throw new UncheckedIOException(stuck);
    }
    threads.shutdownNow();
  }
}
