package org.tandemvoice.call.control;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;
import org.tandemvoice.call.control.command.TellDigit;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.media.MediaSessionFactory;

/** Keys that parties press, and keys that are pressed towards them, by media or by signaling. */
@Stateless
public class CallKeys {

  @Inject private Calls calls;
  @Inject private Event<CallFact> facts;
  @Inject private AfterCommit afterCommit;
  @Inject private TimeOrderedIds ids;

  @Resource(lookup = "java:/eis/Media")
  private MediaSessionFactory media;

  /** The party has pressed a key. */
  public void digitReceived(CallId id, char digit) {
    publish(id, call -> new CallFact.DigitReceived(call, digit));
  }

  /** All keys of a sending have been pressed towards the party. */
  public void digitsSent(CallId id, UUID sendingId) {
    publish(id, call -> new CallFact.DigitsSent(call, sendingId));
  }

  /**
   * A key that was told by signaling instead of media. Whoever the call talks to hears it as well,
   * as with one that comes by RTP; and who tells keys so takes them so.
   */
  public void digitSignaled(CallId id, char digit, int durationMs) {
    takesSignaledDigits(id);
    digitReceived(id, digit);
    calls
        .lock(id)
        .flatMap(call -> call.ties().joined())
        .flatMap(partner -> media.find(partner.value()))
        .ifPresent(session -> session.sendDigits(ids.next(), "" + digit, durationMs, 0));
  }

  /** The party takes keys by signaling, which is how it gets them if it knows no others. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public void takesSignaledDigits(CallId id) {
    media.find(id.value()).ifPresent(session -> session.signalDigits(true));
  }

  /** A key is pressed towards a party that takes it by signaling. */
  public void digitToSignal(CallId id, char digit, int durationMs) {
    calls
        .lock(id)
        .filter(call -> call.status() == CallStatus.PROGRESSING)
        .ifPresent(call -> afterCommit.send(new TellDigit(call, digit, durationMs)));
  }

  private void publish(CallId id, Function<Call, CallFact> fact) {
    calls
        .lock(id)
        .filter(call -> !call.status().isFinal())
        .ifPresent(call -> facts.fire(fact.apply(call)));
  }
}
