package org.tandemvoice.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** How failures look (contract section 4, C-66, C-67). */
@PlatformTest
class ErrorsIT {

  private final Platform platform = Platform.shared();

  @ParameterizedTest
  @CsvSource({
    "GET,    /nowhere,                          404, ROUTE_NOT_FOUND",
    "GET,    /v2/calls,                         404, ROUTE_NOT_FOUND",
    "GET,    /v1.0/calls/1,                     400, INVALID_ID",
    "GET,    /v1.0/calls/a1b2c3d4-e5f6-7890-abcd-ef1234567890, 404, CALL_NOT_FOUND",
    "DELETE, /v1.0/customer,                    405, METHOD_NOT_ALLOWED",
    "PUT,    /v1/calls,                         405, METHOD_NOT_ALLOWED",
    "POST,   /v1.0/calls,                       400, INVALID_ARGUMENT"
  })
  void areInTheEnvelope(String method, String path, int status, String reason) {
    ApiAnswer answer = platform.admin().send(method, path, Optional.empty());

    JsonObject body = answer.expect(status).object();
    JsonObject error = body.getJsonObject("error");
    assertThat(error.getString("reason")).isEqualTo(reason);
    assertThat(error.getString("request_id")).isEqualTo(answer.requestId().orElseThrow());
    assertThat(body.getString("message")).isEqualTo(error.getString("message")).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "{\"a\":1}}", "name=x", "{\"name\":\"\\ud\"}"})
  void nameABodyThatIsNoJsonObject(String body) {
    assertThat(
            platform.admin().send("POST", "/v1.0/extensions", Optional.of(body)).expect(400).body())
        .contains("INVALID_JSON_BODY")
        .doesNotContain("Exception");
  }

  @Test
  void nameABodyThatNestsWithoutEnd() {
    String body = "{\"a\":" + "[".repeat(50_000);

    assertThat(
            platform.admin().send("POST", "/v1.0/extensions", Optional.of(body)).expect(400).body())
        .contains("INVALID_JSON_BODY");
  }

  @Test
  void nameABodyThatIsTooLarge() {
    String body = "{\"name\":\"" + "x".repeat(1_100_000) + "\"}";

    assertThat(
            platform.admin().send("POST", "/v1.0/extensions", Optional.of(body)).expect(413).body())
        .contains("REQUEST_TOO_LARGE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "destinations[0].target     | {'destinations':[{'type':'extension','target':7}]}",
        "destinations               | {'destinations':{}}",
        "destinations[0]            | {'destinations':['1001']}",
        "destinations[0].target     | {'destinations':[{'type':'tel','target':'010-1234'}]}",
        "source.target              | {'source':{'type':'tel','target':'x'},'destinations':[{'type':'sip','target':'a@b'}]}",
        "dial_timeout               | {'dial_timeout':'30','destinations':[{'type':'sip','target':'a@b'}]}",
        "flow_id                    | {'flow_id':'x','destinations':[{'type':'sip','target':'a@b'}]}"
      })
  void nameTheField(String field, String body) {
    JsonObject error =
        platform
            .admin()
            .post("/v1.0/calls", Body.of(body))
            .expect(400)
            .object()
            .getJsonObject("error");

    assertThat(error.getString("status")).isEqualTo("INVALID_ARGUMENT");
    assertThat(error.getJsonArray("details").getJsonObject(0).getString("field")).isEqualTo(field);
  }

  @Test
  void carryTheRequestIdOfTheClient() {
    HttpResponse<String> accepted =
        RawHttp.send("GET", uri("/nowhere"), "", "X-Request-Id", "My_id-1");
    HttpResponse<String> refused =
        RawHttp.send("GET", uri("/ping"), "", "X-Request-Id", "no spaces");

    assertThat(accepted.headers().firstValue("X-Request-Id")).hasValue("My_id-1");
    assertThat(accepted.body()).contains("\"request_id\":\"My_id-1\"");
    assertThat(refused.headers().firstValue("X-Request-Id").orElseThrow())
        .matches("req_[A-Z2-7]{26}");
  }

  @Test
  void mayBeReadByPagesOfAnyOrigin() {
    HttpResponse<String> preflight =
        RawHttp.send(
            "OPTIONS",
            uri("/v1.0/calls"),
            "",
            "Origin",
            "https://example.com",
            "Access-Control-Request-Method",
            "POST");
    HttpResponse<String> answer =
        RawHttp.send("GET", uri("/v1.0/calls"), "", "Origin", "https://example.com");

    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("Access-Control-Max-Age")).hasValue("43200");
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
        .contains("DELETE");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ping", "/health", "/health/live", "/health/ready", "/health/started"})
  void areNotWhatProbesGet(String path) {
    HttpResponse<String> answer = RawHttp.send("GET", uri(path), "");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
  }

  private URI uri(String path) {
    return platform.api().resolve(path);
  }
}
