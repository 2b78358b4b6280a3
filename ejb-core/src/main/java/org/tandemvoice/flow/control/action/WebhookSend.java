package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.FlowFact;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.http.control.WebMethods;
import org.tandemvoice.http.control.WebRequest;
import org.tandemvoice.json.control.JsonFields;

/**
 * Sends a request: {@code uri}, {@code method}, {@code data} of {@code data_type}. With {@code
 * sync} it waits for the answer, keeps its status and body in {@code voipbin.webhook.status} and
 * {@code voipbin.webhook.body}, and fails if there was no success; else it goes on at once.
 */
@ApplicationScoped
public class WebhookSend implements FlowAction {

  private static final int LONGEST_TYPE = 255;
  private static final int LONGEST_BODY = 32_768;

  @Override
  public String type() {
    return "webhook_send";
  }

  @Override
  public Requirement requires() {
    return Requirement.NOTHING;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    String type = options.text("data_type", LONGEST_TYPE);
    if (!type.isEmpty() && !type.toLowerCase(Locale.ROOT).matches("[a-z0-9+.-]+/[ -~]+")) {
      throw options.invalid("data_type", "is \"" + type + "\": give a media type");
    }
    WebRequest request =
        new WebRequest(
            WebMethods.method(options, "method"),
            WebMethods.uri(options, "uri"),
            type.isEmpty() ? "application/json" : type,
            options.text("data"));
    return new Sending(request, options.flag("sync", false));
  }

  private record Sending(WebRequest request, boolean waits) implements Instruction {

    @Override
    public Step start(FlowContext context) {
      context.request(request);
      return waits ? Step.WAIT : Step.NEXT;
    }

    @Override
    public Step on(FlowFact fact, FlowContext context) {
      if (fact instanceof FlowFact.WebAnswered answered
          && context.memory().equals(answered.token())) {
        String complaint = answered.answer().complaint();
        if (!complaint.isEmpty()) {
          throw new PlatformException(ErrorCode.STATE_INVALID, "webhook_send: " + complaint);
        }
        String body = answered.answer().body();
        context.set("voipbin.webhook.status", String.valueOf(answered.answer().status()));
        context.set("voipbin.webhook.body", body.length() > LONGEST_BODY ? "" : body);
        return Step.NEXT;
      }
      return Step.WAIT;
    }
  }
}
