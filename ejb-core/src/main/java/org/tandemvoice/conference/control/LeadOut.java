package org.tandemvoice.conference.control;

import java.util.UUID;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.CallId;

/**
 * Has a call leave its conference in a transaction of its own: whoever holds a conference must not
 * lock calls.
 */
final class LeadOut implements LegCommand {

  private final CallId call;
  private final UUID stay;
  private final ConferenceFacts facts;

  LeadOut(CallId call, UUID stay, ConferenceFacts facts) {
    this.call = call;
    this.stay = stay;
    this.facts = facts;
  }

  @Override
  public CallId call() {
    return call;
  }

  @Override
  public CallId lane() {
    return call;
  }

  @Override
  public void run(Switchboard switchboard) {
    facts.ledOut(call, stay);
  }
}
