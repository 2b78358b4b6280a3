package org.tandemvoice.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.web.EventSink;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformProcess;
import org.tandemvoice.platform.PlatformTest;

/**
 * A server with narrow limits refuses what is one too many, and forgives after a while. It reaches
 * no private address, waits for who has unregistered for a second only, and has a page to pay at.
 */
@PlatformTest
class RateLimitIT {

  private static final String PORTAL = "https://pay.example.com/tandem";

  private static final Map<String, String> NARROW =
      Map.of(
          "AUTH_RATE_LIMIT", "1",
          "API_RATE_LIMIT", "2",
          "DIRECT_RATE_LIMIT", "2",
          "API_ADDRESS_RATE_LIMIT", "20",
          "ALLOW_PRIVATE_TARGETS", "false",
          "UNREGISTER_GRACE", "PT1S",
          "PAYMENT_PORTAL_URL", PORTAL + "?account={account_id}&until={expires}&sig={signature}",
          "PAYMENT_PORTAL_KEY", "shared with the portal",
          "TRUSTED_PROXIES", "127.0.0.1");

  private static PlatformProcess process;

  /** Signed in once: logins are limited. */
  private static ApiClient admin;

  private static ApiClient near;
  private static ApiClient leaving;

  private final Platform platform = process.platform();

  @BeforeAll
  static void start() {
    process = PlatformProcess.start("limits", NARROW);
    admin = process.platform().admin();
    near = customer("near");
    leaving = customer("leaving");
  }

  @AfterAll
  static void stop() {
    process.close();
  }

  @Test
  void limitsCustomersAndLogins() {
    String key = platform.administrator().getProperty("accesskey");
    URI customer = platform.api().resolve("/v1.0/customer?accesskey=" + key);
    URI direct = platform.api().resolve("/v1.0/calls?token=" + directToken());
    URI login = platform.api().resolve("/auth/login");

    assertThat(refusal("GET", customer).body())
        .contains("RATE_LIMIT_EXCEEDED", "\"limited_by\":\"customer\"");
    assertThat(RawHttp.send("GET", direct, "").body()).contains("DIRECT_ACCESS_NOT_SUPPORTED");
    assertThat(refusal("GET", direct).body()).contains("\"limited_by\":\"customer\"");
    assertThat(refusal("POST", login).body()).contains("\"limited_by\":\"ip\"");
    assertThat(login(login, "198.51.100.2")).isNotEqualTo(429);
    assertThat(Stream.generate(() -> login(login, "198.51.100.1")).limit(50)).contains(429);
    assertThat(login(login, "198.51.100.3")).isNotEqualTo(429);
    assertThat(RawHttp.send("GET", platform.api().resolve("/ping"), "").statusCode())
        .isEqualTo(200);
  }

  @Test
  void limitsAddresses() {
    URI calls = platform.api().resolve("/v1.0/calls");

    HttpResponse<String> refused =
        Stream.generate(() -> from("198.51.100.8", calls))
            .limit(2_000)
            .filter(answer -> answer.statusCode() == 429)
            .findFirst()
            .orElseThrow();

    assertThat(refused.body()).contains("RATE_LIMIT_EXCEEDED", "\"limited_by\":\"ip\"");
    assertThat(refused.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9]");
    assertThat(from("198.51.100.9", calls).statusCode()).isEqualTo(401);
  }

  private static HttpResponse<String> from(String client, URI uri) {
    return RawHttp.send("GET", uri, "", "X-Forwarded-For", client);
  }

  @Test
  void webhooksReachNoPrivateAddress() {
    try (EventSink sink = EventSink.open()) {
      JsonObject order = Body.of("{'url':'" + sink.url() + "','events':['tag_created']}");
      String id = near.post("/v1.0/webhooks", order).expect(200).object().getString("id");
      near.post("/v1.0/tags", Body.of("{'name':'t','detail':''}")).expect(200);

      AtomicReference<String> deliveries = new AtomicReference<>("");
      Waiting.until(
          () -> {
            deliveries.set(near.get("/v1.0/webhooks/" + id + "/deliveries").body());
            return deliveries.get().contains("\"failed\"");
          },
          Duration.ofSeconds(20),
          Duration.ofSeconds(1));

      assertThat(deliveries.get()).contains("\"failed\"", "127.0.0.1");
      assertThat(sink.received()).isEmpty();
    }
  }

  @Test
  void deletesWhoHasUnregisteredWhenTheTimeToComeBackIsOver() {
    String path = "/v1.0/customers/" + leaving.customerId();
    JsonObject phrase = Body.of("{'confirmation_phrase':'DELETE'}");
    Platform.await(
        "room for a request to /auth",
        Duration.ofSeconds(20),
        () -> leaving.post("/auth/unregister", phrase).status() == 200);

    assertThat(
            Waiting.until(
                () -> admin.get(path).status() == 404,
                Duration.ofSeconds(40),
                Duration.ofSeconds(1)))
        .isTrue();
    assertThat(leaving.get("/v1.0/customer").status()).isEqualTo(401);
  }

  @Test
  void signsTheAddressOfThePageToPayAt() throws GeneralSecurityException {
    ApiAnswer answer = near.post("/v1.0/billing_account/paddle_portal_session").expect(200);
    String url = answer.object().getString("url");

    Matcher parts =
        Pattern.compile(Pattern.quote(PORTAL) + "\\?account=([^&]+)&until=(\\d+)&sig=([0-9a-f]+)")
            .matcher(url);
    assertThat(parts.matches()).as(url).isTrue();
    assertThat(parts.group(1)).isEqualTo(near.customerId());
    assertThat(Instant.ofEpochSecond(Long.parseLong(parts.group(2))))
        .isBetween(Instant.now().plusSeconds(600), Instant.now().plusSeconds(1_200));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec("shared with the portal".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String signed = parts.group(1) + "." + parts.group(2);
    assertThat(parts.group(3))
        .isEqualTo(HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
  }

  private static ApiClient customer(String name) {
    JsonObject made =
        admin.post("/v1.0/customers", Body.of("{'name':'" + name + "'}")).expect(200).object();
    return process
        .platform()
        .anonymous()
        .withAccessKey(made.getJsonObject("accesskey").getString("token"));
  }

  private String directToken() {
    JsonObject extension =
        customer("direct")
            .post("/v1.0/extensions", Tenant.extensionBody("1001"))
            .expect(200)
            .object();
    JsonObject hash = Body.of("{'direct_hash':'" + extension.getString("direct_hash") + "'}");
    return platform.anonymous().post("/auth/boot", hash).expect(200).object().getString("token");
  }

  /** The status for somebody who comes through a proxy that the operator trusts. */
  private static int login(URI login, String client) {
    return RawHttp.send("POST", login, "", "X-Forwarded-For", client).statusCode();
  }

  private static HttpResponse<String> refusal(String method, URI uri) {
    Optional<HttpResponse<String>> refused =
        Stream.generate(() -> RawHttp.send(method, uri, ""))
            .limit(50)
            .filter(answer -> answer.statusCode() == 429)
            .findFirst();
    assertThat(refused).isPresent();
    assertThat(refused.get().headers().firstValue("Retry-After").orElseThrow()).matches("[1-9]");
    return refused.get();
  }
}
