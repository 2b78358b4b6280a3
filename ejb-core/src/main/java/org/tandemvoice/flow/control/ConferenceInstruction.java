package org.tandemvoice.flow.control;

import java.util.UUID;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.command.AnswerLeg;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.conference.control.ConferenceParties;
import org.tandemvoice.conference.entity.ConferenceRole;

/**
 * Takes the call into a conference, answering it if it must, and goes on when it has left.
 *
 * @param muted whether the others do not hear it until it is unmuted
 */
public record ConferenceInstruction(
    ConferenceParties parties, UUID conferenceId, ConferenceRole role, boolean muted)
    implements Instruction {

  @Override
  public Step start(FlowContext context) {
    if (context.call().status() != CallStatus.PROGRESSING) {
      context.send(new AnswerLeg(context.call()));
    }
    parties.join(context.call(), conferenceId, role, muted);
    return Step.WAIT;
  }

  @Override
  public Step on(CallFact fact, FlowContext context) {
    return fact instanceof CallFact.LeftRoom left
            && context.isOwn(fact)
            && left.roomId().equals(conferenceId)
        ? Step.NEXT
        : Step.WAIT;
  }
}
