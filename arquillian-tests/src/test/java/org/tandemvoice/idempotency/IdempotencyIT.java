package org.tandemvoice.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** The header Idempotency-Key. */
@PlatformTest
class IdempotencyIT {

  private final HttpClient http = HttpClient.newHttpClient();
  private Office office;
  private String key;
  private String extension;

  @BeforeEach
  void open() {
    office = Office.open();
    var order = Json.createObjectBuilder().add("name", "twice").add("expire", 86_400).build();
    key = office.api().post("/v1.0/accesskeys", order).expect(200).object().getString("token");
    extension = office.extension().user();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private HttpRequest request(String path, String idempotencyKey, String body) {
    return HttpRequest.newBuilder(Platform.shared().api().resolve(path + "?accesskey=" + key))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", idempotencyKey)
        .POST(BodyPublishers.ofString(body.replace('\'', '"')))
        .build();
  }

  private HttpResponse<String> post(String path, String idempotencyKey, String body)
      throws IOException, InterruptedException {
    return http.send(request(path, idempotencyKey, body), BodyHandlers.ofString());
  }

  private String call() {
    return "{'source':{'type':'extension','target':'x'},'destinations':[{'type':'extension','target':'"
        + extension
        + "'}],'actions':[{'type':'answer'}]}";
  }

  private int calls() {
    return office.api().get("/v1.0/calls").expect(200).result().size();
  }

  @Test
  void placesACallOnceAndRepeatsTheAnswer() throws Exception {
    String once = UUID.randomUUID().toString();

    HttpResponse<String> first = post("/v1.0/calls", once, call());
    HttpResponse<String> second = post("/v1.0/calls", once, call());

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(calls()).isEqualTo(1);
    assertThat(post("/v1.0/calls", UUID.randomUUID().toString(), call()).statusCode())
        .isEqualTo(200);
    assertThat(calls()).isEqualTo(2);
  }

  @Test
  void repeatsARefusalAndRefusesAnotherBody() throws Exception {
    String once = UUID.randomUUID().toString();

    HttpResponse<String> refused = post("/v1.0/extensions", once, "{'name':'x'}");
    HttpResponse<String> again = post("/v1.0/extensions", once, "{'name':'x'}");
    HttpResponse<String> other = post("/v1.0/extensions", once, "{'name':'y'}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).isEqualTo(refused.body());
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void placesOneCallHoweverManyAskAtOnce() {
    String once = UUID.randomUUID().toString();

    List<CompletableFuture<HttpResponse<String>>> sent =
        Stream.generate(
                () -> http.sendAsync(request("/v1.0/calls", once, call()), BodyHandlers.ofString()))
            .limit(12)
            .toList();
    List<Integer> statuses = sent.stream().map(one -> one.join().statusCode()).toList();

    assertThat(statuses).contains(200).isSubsetOf(200, 409);
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void keepsTheKeysOfCustomersApart() throws Exception {
    String once = UUID.randomUUID().toString();
    post("/v1.0/calls", once, call());
    String first = key;
    try (Office other = Office.open()) {
      var order = Json.createObjectBuilder().add("name", "o").add("expire", 86_400).build();
      key = other.api().post("/v1.0/accesskeys", order).expect(200).object().getString("token");
      HttpResponse<String> answer = post("/v1.0/flows", once, "{'name':'f','actions':[]}");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Idempotency-Replayed")).isEmpty();
    } finally {
      key = first;
    }
  }
}
