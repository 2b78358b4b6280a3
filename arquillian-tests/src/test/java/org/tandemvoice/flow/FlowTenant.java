package org.tandemvoice.flow;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;

/** A customer of one test, with phones and numbers of its own. */
final class FlowTenant {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final ApiClient api;

  private FlowTenant(ApiClient api) {
    this.api = api;
  }

  static FlowTenant fresh() {
    JsonObject made =
        Administrator.SIGNED_IN
            .post("/v1.0/customers", json("{'name':'flows'}"))
            .expect(200)
            .object();
    String key = made.getJsonObject("accesskey").getString("token");
    return new FlowTenant(Platform.shared().anonymous().withAccessKey(key));
  }

  ApiClient api() {
    return api;
  }

  /** A phone that is registered. */
  SoftPhone phone(String extension) {
    return SoftPhone.udp(
            Platform.shared().sip(),
            api.extension(extension, "secret", Platform.shared().registrar(api.customerId())))
        .register();
  }

  /** A number nobody has, purchased with these further fields. */
  JsonObject number(String fields) {
    String number = "+1555" + (2_000_000 + NUMBERS.incrementAndGet());
    return api.post("/v1.0/numbers", json("{'number':'" + number + "'" + fields + "}"))
        .expect(200)
        .object();
  }

  JsonObject flow(String actions) {
    return api.post("/v1.0/flows", json("{'name':'test','actions':" + actions + "}"))
        .expect(200)
        .object();
  }

  /** Calls an extension; returns the call as it is at first. */
  JsonObject call(String extension, String fields) {
    String body =
        "{'source':{'type':'extension','target':'api'},'destinations':[{'type':'extension','target':'"
            + extension
            + "'}],"
            + fields
            + "}";
    return api.post("/v1.0/calls", json(body)).expect(200).array().getJsonObject(0);
  }

  /** The execution of a call's flow, once it is over. */
  JsonObject ended(String activeflowId) {
    Platform.await(
        "the end of activeflow " + activeflowId,
        Duration.ofSeconds(30),
        () -> activeflow(activeflowId).getString("status").equals("ended"));
    return activeflow(activeflowId);
  }

  /** Waits until the call's execution is at an action of that type. */
  void awaitAction(JsonObject call, String type, Duration patience) {
    Platform.await(
        type,
        patience,
        () ->
            activeflow(call.getString("activeflow_id"))
                .getJsonObject("current_action")
                .getString("type")
                .equals(type));
  }

  JsonObject activeflow(String id) {
    return api.get("/v1.0/activeflows/" + id).expect(200).object();
  }

  /** Ids of the actions an execution has begun, in order. */
  static List<String> executed(JsonObject activeflow) {
    JsonArray actions = activeflow.getJsonArray("executed_actions");
    return actions.getValuesAs(JsonObject.class).stream()
        .map(action -> action.getString("id"))
        .toList();
  }

  /** JSON with single quotes, to be readable in Java. */
  static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  /** Signed in once for all tests: logins are limited. */
  private static final class Administrator {

    private static final ApiClient SIGNED_IN = signIn();

    private static ApiClient signIn() {
      Properties known = Platform.shared().administrator();
      return Platform.shared()
          .anonymous()
          .login(known.getProperty("username"), known.getProperty("password"));
    }
  }
}
