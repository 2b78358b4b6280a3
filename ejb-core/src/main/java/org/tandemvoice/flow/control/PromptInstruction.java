package org.tandemvoice.flow.control;

import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.media.Prompt;

/** Plays a prompt and goes on when it has ended. */
public record PromptInstruction(Prompt prompt) implements Instruction {

  @Override
  public Step start(FlowContext context) {
    context.play(prompt);
    return Step.WAIT;
  }

  @Override
  public Step on(CallFact fact, FlowContext context) {
    if (fact instanceof CallFact.PromptEnded ended
        && context.memory().equals(ended.playbackId().toString())) {
      if (!ended.failure().isEmpty()) {
        throw new PlatformException(ErrorCode.STATE_INVALID, ended.failure());
      }
      return Step.NEXT;
    }
    return Step.WAIT;
  }
}
