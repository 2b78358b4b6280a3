package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/**
 * Ends the flow, and with it the call: {@code reason}, one of the hangup reasons of a call, by
 * which an unanswered caller is refused; without it {@code reference_id}, the call whose reason is
 * taken over.
 */
@ApplicationScoped
public class Hangup implements FlowAction {

  private static final int LONGEST = 64;

  @Override
  public String type() {
    return "hangup";
  }

  @Override
  public Requirement requires() {
    return Requirement.NOTHING;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    ReleaseCause cause = cause(options);
    UUID reference = options.uuid("reference_id");
    return !options.text("reason", LONGEST).isEmpty() || reference.equals(OwnedResource.NIL)
        ? context -> new Step.Finish(cause)
        : context ->
            new Step.Finish(context.call(reference).releaseCause().orElse(ReleaseCause.NORMAL));
  }

  private static ReleaseCause cause(JsonFields options) {
    String reason = options.text("reason", LONGEST);
    return switch (reason) {
      case "", "normal" -> ReleaseCause.NORMAL;
      case "busy" -> ReleaseCause.BUSY;
      case "noanswer" -> ReleaseCause.NO_ANSWER;
      case "cancel" -> ReleaseCause.CANCELED;
      case "failed" -> ReleaseCause.UNREACHABLE;
      case "timeout" -> ReleaseCause.MAX_DURATION;
      case "dialout" -> ReleaseCause.DIAL_TIMEOUT;
      case "amd" -> ReleaseCause.MACHINE;
      default ->
          throw options.invalid(
              "reason",
              "is \""
                  + reason
                  + "\": give normal, busy, noanswer, cancel, failed, timeout,"
                  + " dialout or amd");
    };
  }
}
