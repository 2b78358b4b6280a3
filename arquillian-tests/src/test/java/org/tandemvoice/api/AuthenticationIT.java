package org.tandemvoice.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Signing in, and every place a credential may be at (contract section 2). */
@PlatformTest
class AuthenticationIT {

  private final Platform platform = Platform.shared();

  @ParameterizedTest
  @ValueSource(strings = {"", "/v1", "/v1.0"})
  void signsInAtTheRootAndUnderBothPrefixes(String prefix) {
    ApiAnswer answer = platform.anonymous().post(prefix + "/auth/login", administrator());

    JsonObject signedIn = answer.expect(200).object();
    assertThat(signedIn.getString("username"))
        .isEqualTo(platform.administrator().getProperty("username"));
    JsonObject me =
        platform
            .anonymous()
            .withToken(signedIn.getString("token"))
            .get("/v1.0/me")
            .expect(200)
            .object();
    assertThat(me.getString("username")).isEqualTo(signedIn.getString("username"));
    assertThat(me.getInt("permission")).isEqualTo(0xFFFF);
    assertThat(me).doesNotContainKeys("password", "password_hash");
  }

  @Test
  void setsACookieThatAloneSuffices() {
    HttpResponse<String> signedIn =
        RawHttp.send("POST", uri("/auth/login"), administrator().toString());

    String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .startsWith("token=")
        .contains("HttpOnly", "Secure", "SameSite=Strict", "Max-Age=604800", "Path=/");
    String pair = cookie.substring(0, cookie.indexOf(';'));
    assertThat(RawHttp.send("GET", uri("/v1.0/me"), "", "Cookie", pair).statusCode())
        .isEqualTo(200);
  }

  @Test
  void answersAFailedLoginWithoutAWord() {
    ApiAnswer wrongPassword =
        platform
            .anonymous()
            .post("/auth/login", Body.of("{'username':'admin','password':'wrong'}"));
    ApiAnswer unknownUser =
        platform.anonymous().post("/auth/login", Body.of("{'username':'x','password':'x'}"));

    assertThat(wrongPassword.expect(400).body()).isEmpty();
    assertThat(unknownUser.expect(400).body()).isEmpty();
  }

  @Test
  void takesAnAccessKeyWhereverItIs() {
    String key = platform.administrator().getProperty("accesskey");

    assertThat(status("/v1/customer?accesskey=" + key)).isEqualTo(200);
    assertThat(status("/v1/customer", "Cookie", "accesskey=" + key)).isEqualTo(200);
    assertThat(status("/v1/customer", "Authorization", "Bearer " + key)).isEqualTo(200);
    assertThat(status("/v1/customer", "Authorization", "bearer " + key)).isEqualTo(200);
  }

  @Test
  void looksAtTokensBeforeAccessKeys() {
    String key = platform.administrator().getProperty("accesskey");

    assertThat(status("/v1/customer?token=bad&accesskey=" + key)).isEqualTo(401);
    assertThat(status("/v1/customer?accesskey=" + key, "Cookie", "token=bad")).isEqualTo(401);
    assertThat(status("/v1/customer?accesskey=" + key, "Authorization", "Basic eDp5"))
        .isEqualTo(200);
  }

  @Test
  void tellsMissingFromWorthless() {
    assertReason("/v1.0/calls", "AUTHENTICATION_REQUIRED");
    assertReason("/v1.0/calls?token=", "AUTHENTICATION_REQUIRED");
    assertReason("/v1.0/calls?token=x.y.z", "INVALID_CREDENTIALS");
    assertReason("/v1.0/calls?accesskey=vb_unknown", "INVALID_CREDENTIALS");
    assertReason("/v1.0/calls?accesskey=unknown", "INVALID_CREDENTIALS");
  }

  @Test
  void refusesATokenThatWasTouched() {
    String token =
        platform
            .anonymous()
            .post("/auth/login", administrator())
            .expect(200)
            .object()
            .getString("token");
    String[] parts = token.split("\\.");
    String forged = parts[0] + "." + parts[1].replace('a', 'b') + "." + parts[2];

    assertReason("/v1.0/me?token=" + forged, "INVALID_CREDENTIALS");
  }

  private void assertReason(String path, String reason) {
    JsonObject error = platform.anonymous().get(path).expect(401).object().getJsonObject("error");
    assertThat(error.getString("status")).isEqualTo("UNAUTHENTICATED");
    assertThat(error.getString("reason")).isEqualTo(reason);
  }

  private int status(String path, String... headers) {
    return RawHttp.send("GET", uri(path), "", headers).statusCode();
  }

  private URI uri(String path) {
    return platform.api().resolve(path);
  }

  private JsonObject administrator() {
    Properties administrator = platform.administrator();
    return Body.of(
        "{'username':'%s','password':'%s'}"
            .formatted(
                administrator.getProperty("username"), administrator.getProperty("password")));
  }
}
