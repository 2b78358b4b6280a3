package org.tandemvoice.flow.control;

import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.media.Prompt;

/**
 * Plays a prompt and goes on when it has ended.
 *
 * @param goesOnAtOnce it does not wait for the end
 * @param stopsAtDigit a key ends the prompt; it stays to be received by a later action
 */
public record PromptInstruction(Prompt prompt, boolean goesOnAtOnce, boolean stopsAtDigit)
    implements Instruction {

  public PromptInstruction(Prompt prompt) {
    this(prompt, false, false);
  }

  @Override
  public Step start(FlowContext context) {
    context.play(prompt);
    return goesOnAtOnce ? Step.NEXT : Step.WAIT;
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
    if (stopsAtDigit && fact instanceof CallFact.DigitReceived && context.isOwn(fact)) {
      context.stopPlaying();
      return Step.NEXT;
    }
    return Step.WAIT;
  }

  @Override
  public void leave(FlowContext context) {
    context.stopPlaying();
  }
}
