package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import org.tandemvoice.call.entity.MuteState;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/**
 * Mutes the call until it is unmuted over the API: {@code direction}, {@code in}, {@code out} or
 * {@code both} (default; the contract knows no other).
 */
@ApplicationScoped
public class Mute implements FlowAction {

  @Override
  public String type() {
    return "mute";
  }

  @Override
  public Instruction prepare(JsonFields options) {
    String direction = options.text("direction");
    MuteState state =
        MuteState.of(direction.isEmpty() ? "both" : direction)
            .orElseThrow(
                () ->
                    options.invalid("direction", "is \"" + direction + "\": give in, out or both"));
    return context -> {
      context.mute(state);
      return Step.NEXT;
    };
  }
}
