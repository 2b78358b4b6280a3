package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.PromptInstruction;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.media.Prompt;

/** Plays the beep before a message; no options. */
@ApplicationScoped
public class Beep implements FlowAction {

  @Override
  public String type() {
    return "beep";
  }

  @Override
  public Instruction prepare(JsonFields options) {
    return new PromptInstruction(Prompt.Tone.BEEP);
  }
}
