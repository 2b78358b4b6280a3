package org.tandemvoice.flow.control.action;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.ActionLists;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.FlowFact;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.flow.entity.FlowFrame;
import org.tandemvoice.http.control.WebMethods;
import org.tandemvoice.http.control.WebRequest;
import org.tandemvoice.json.control.JsonFields;

/**
 * Asks a web server for actions, runs them and goes on behind them: {@code event_url}, {@code
 * event_method} (default POST). It is told which execution and call asks; it answers with a JSON
 * array of actions.
 */
@ApplicationScoped
public class Fetch implements FlowAction {

  private ActionLists lists;

  protected Fetch() {}

  @Inject
  public Fetch(ActionLists lists) {
    this.lists = lists;
  }

  @Override
  public String type() {
    return "fetch";
  }

  @Override
  public Requirement requires() {
    return Requirement.NOTHING;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    var uri = WebMethods.uri(options, "event_url");
    String method = WebMethods.method(options, "event_method");
    return new Instruction() {

      @Override
      public Step start(FlowContext context) {
        String body = method.equals("GET") ? "" : body(context);
        context.request(new WebRequest(method, uri, "application/json", body));
        return Step.WAIT;
      }

      @Override
      public Step on(FlowFact fact, FlowContext context) {
        if (fact instanceof FlowFact.WebAnswered answered
            && context.memory().equals(answered.token())) {
          String complaint = answered.answer().complaint();
          if (!complaint.isEmpty()) {
            throw failed(complaint);
          }
          String actions = lists.read(parse(answered.answer().body()), "actions").toString();
          return new Step.Enter(FlowFrame.of(OwnedResource.NIL, actions));
        }
        return Step.WAIT;
      }
    };
  }

  private static String body(FlowContext context) {
    return JSON.createObjectBuilder()
        .add("activeflow_id", context.activeflow().uuid().toString())
        .add("flow_id", context.activeflow().flowId().toString())
        .add("reference_type", context.variable("voipbin.activeflow.reference_type"))
        .add("reference_id", context.variable("voipbin.activeflow.reference_id"))
        .add("variables", context.activeflow().variables().json())
        .build()
        .toString();
  }

  private static JsonArray parse(String body) {
    try (JsonReader reader = JSON.createReader(new StringReader(body))) {
      JsonValue value = reader.readValue();
      if (value instanceof JsonArray array) {
        return array;
      }
      throw failed("the server answered no JSON array of actions");
    } catch (JsonException malformed) {
      throw failed("the server answered no JSON: " + malformed.getMessage());
    }
  }

  private static PlatformException failed(String sentence) {
    return new PlatformException(ErrorCode.STATE_INVALID, "fetch: " + sentence);
  }
}
