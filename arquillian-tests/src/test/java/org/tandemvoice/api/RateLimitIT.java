package org.tandemvoice.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformProcess;
import org.tandemvoice.platform.PlatformTest;

/** A server with narrow limits refuses what is one too many, and forgives after a while. */
@PlatformTest
class RateLimitIT {

  private static final Map<String, String> NARROW =
      Map.of(
          "AUTH_RATE_LIMIT", "1",
          "API_RATE_LIMIT", "2",
          "DIRECT_RATE_LIMIT", "2",
          "API_ADDRESS_RATE_LIMIT", "0",
          "TRUSTED_PROXIES", "127.0.0.1");

  @Test
  void limitsCustomersAndLogins() {
    try (PlatformProcess process = PlatformProcess.start("limits", NARROW)) {
      Platform platform = process.platform();
      String key = platform.administrator().getProperty("accesskey");
      URI customer = platform.api().resolve("/v1.0/customer?accesskey=" + key);
      URI direct = platform.api().resolve("/v1.0/calls?token=" + directToken(platform));
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
  }

  private static String directToken(Platform platform) {
    ApiClient admin = platform.admin();
    JsonObject customer =
        admin.post("/v1.0/customers", Body.of("{'name':'direct'}")).expect(200).object();
    String key = customer.getJsonObject("accesskey").getString("token");
    JsonObject extension =
        platform
            .anonymous()
            .withAccessKey(key)
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
