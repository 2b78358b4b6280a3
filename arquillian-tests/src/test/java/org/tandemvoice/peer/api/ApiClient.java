package org.tandemvoice.peer.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.sip.Account;

/** Speaks the REST API as a customer does, with the credential it was given. */
public final class ApiClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  private final URI base;
  private final Optional<String> credential;

  private ApiClient(URI base, Optional<String> credential) {
    this.base = base;
    this.credential = credential;
  }

  /** Without credentials; {@code base} has neither path nor version. */
  public static ApiClient at(URI base) {
    return new ApiClient(base, Optional.empty());
  }

  public ApiClient login(String username, String password) {
    JsonObject body =
        Json.createObjectBuilder().add("username", username).add("password", password).build();
    return withToken(post("/auth/login", body).expect(200).object().getString("token"));
  }

  public ApiClient withToken(String token) {
    return new ApiClient(base, Optional.of("token=" + encode(token)));
  }

  public ApiClient withAccessKey(String key) {
    return new ApiClient(base, Optional.of("accesskey=" + encode(key)));
  }

  public ApiAnswer get(String path) {
    return send("GET", path, Optional.empty());
  }

  public ApiAnswer delete(String path) {
    return send("DELETE", path, Optional.empty());
  }

  public ApiAnswer post(String path, JsonStructure body) {
    return send("POST", path, Optional.of(body.toString()));
  }

  /** A POST without any body. */
  public ApiAnswer post(String path) {
    return send("POST", path, Optional.empty());
  }

  public ApiAnswer put(String path, JsonStructure body) {
    return send("PUT", path, Optional.of(body.toString()));
  }

  /** Sends a body that need not be JSON. */
  public ApiAnswer send(String method, String path, Optional<String> body) {
    String query = credential.map(c -> (path.contains("?") ? "&" : "?") + c).orElse("");
    var publisher =
        body.map(HttpRequest.BodyPublishers::ofString)
            .orElseGet(HttpRequest.BodyPublishers::noBody);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path + query))
            .timeout(TIMEOUT)
            .method(method, publisher);
    if (body.isPresent()) {
      request.header("Content-Type", "application/json");
    }
    return exchange(method + " " + path, request.build());
  }

  private ApiAnswer exchange(String what, HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      Optional<String> id = response.headers().firstValue("X-Request-Id");
      return new ApiAnswer(what, response.statusCode(), id, response.body());
    } catch (IOException e) {
      throw new AssertionError(what + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(what + " was interrupted", e);
    }
  }

  public String customerId() {
    return get("/v1.0/customer").expect(200).object().getString("id");
  }

  /** Creates an extension and returns what a phone needs to register as it. */
  public Account extension(String number, String password, String domain) {
    JsonObject body =
        Json.createObjectBuilder()
            .add("name", "phone " + number)
            .add("detail", "made by a test")
            .add("extension", number)
            .add("password", password)
            .build();
    JsonObject made = post("/v1.0/extensions", body).expect(200).object();
    return new Account(made.getString("username"), made.getString("password"), domain);
  }

  /** Calls an extension with inline actions; returns the id of the one call. */
  public String call(String extension, JsonObject... actions) {
    return call(extension, Duration.ofSeconds(30), actions);
  }

  public String call(String extension, Duration dialTimeout, JsonObject... actions) {
    JsonObjectBuilder body = Json.createObjectBuilder();
    body.add("source", Json.createObjectBuilder().add("type", "extension").add("target", "api"));
    body.add("destinations", Json.createArrayBuilder().add(address("extension", extension)));
    body.add("actions", Json.createArrayBuilder(List.of(actions)));
    body.add("dial_timeout", dialTimeout.toMillis());
    return post("/v1.0/calls", body.build()).expect(200).array().getJsonObject(0).getString("id");
  }

  private static JsonObject address(String type, String target) {
    return Json.createObjectBuilder()
        .add("type", type)
        .add("target", target)
        .add("target_name", target)
        .build();
  }

  public static JsonObject action(String type) {
    return action(type, JsonValue.EMPTY_JSON_OBJECT);
  }

  public static JsonObject action(String type, JsonObject option) {
    return Json.createObjectBuilder().add("type", type).add("option", option).build();
  }

  public JsonObject callState(String id) {
    return get("/v1.0/calls/" + id).expect(200).object();
  }

  public JsonObject awaitStatus(String id, String status, Duration patience) {
    return awaitCall(id, call -> status.equals(call.getString("status")), status, patience);
  }

  /** Polls the call until it is as wanted. */
  public JsonObject awaitCall(
      String id, Predicate<JsonObject> wanted, String what, Duration patience) {
    if (!Waiting.until(() -> wanted.test(callState(id)), patience)) {
      throw new AssertionError(
          "Call never became " + what + " within " + patience + ": " + callState(id));
    }
    return callState(id);
  }

  /** The types of a call's events in their order. */
  public List<String> eventTypes(String id) {
    return get("/v1.0/calls/" + id + "/events").expect(200).result().stream()
        .map(event -> event.asJsonObject().getString("event_type"))
        .toList();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
