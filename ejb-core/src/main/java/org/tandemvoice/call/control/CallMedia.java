package org.tandemvoice.call.control;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.media.Answerer;
import org.tandemvoice.media.MediaException;
import org.tandemvoice.media.MediaSessionFactory;

/** Facts about the media of calls, and the questions signaling has for it. */
@Stateless
public class CallMedia {

  @Inject private Calls calls;
  @Inject private CallStates states;
  @Inject private Event<CallFact> facts;

  @Resource(lookup = "java:/eis/Media")
  private MediaSessionFactory media;

  /** A prompt has ended; {@code failure} says why it could not be played, or is empty. */
  public void promptEnded(CallId id, UUID playbackId, String failure) {
    publish(id, call -> new CallFact.PromptEnded(call, playbackId, failure));
  }

  /** It was judged who took the call. */
  public void answererDetected(CallId id, Answerer answerer) {
    publish(id, call -> new CallFact.AnswererDetected(call, answerer));
  }

  /** The machine that took the call has done greeting. */
  public void greetingEnded(CallId id) {
    publish(id, CallFact.GreetingEnded::new);
  }

  /** The phone has put the conversation on hold, or taken it up again. */
  public void heldByParty(CallId id, boolean on) {
    calls
        .lock(id)
        .filter(call -> !call.status().isFinal())
        .ifPresent(call -> states.heldByParty(call, on));
  }

  /**
   * No media came for too long: the other side is gone without a word. One that has not answered
   * need not send any.
   */
  public void fellSilent(CallId id) {
    calls
        .lock(id)
        .filter(call -> call.status() == CallStatus.PROGRESSING)
        .ifPresent(call -> states.release(call, ReleaseCause.MEDIA_SILENT));
  }

  /**
   * The offer of a re-INVITE or UPDATE.
   *
   * @param sdp the offer; empty if the request asks for ours
   * @return what to answer with: the answer, or our offer
   * @throws PlatformException {@code MEDIA_NOT_ACCEPTABLE}; the media stays as it was (RFC 3261
   *     section 14.2)
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public String legReoffered(CallId id, String sdp) {
    try {
      return media
          .find(id.value())
          .map(session -> sdp.isEmpty() ? session.offer() : session.answer(sdp))
          .orElseThrow(
              () -> new PlatformException(ErrorCode.CALL_STATE_INVALID, id + " has no media"));
    } catch (MediaException refused) {
      throw new PlatformException(ErrorCode.MEDIA_NOT_ACCEPTABLE, refused.getMessage());
    }
  }

  /**
   * The answer to a re-INVITE of ours that offered again what had been described last.
   *
   * @throws PlatformException {@code MEDIA_NOT_ACCEPTABLE}; the media stays as it was
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public void legConfirmed(CallId id, String sdp) {
    try {
      media.find(id.value()).ifPresent(session -> session.confirm(sdp));
    } catch (MediaException refused) {
      throw new PlatformException(ErrorCode.MEDIA_NOT_ACCEPTABLE, refused.getMessage());
    }
  }

  private void publish(CallId id, Function<Call, CallFact> fact) {
    calls
        .lock(id)
        .filter(call -> !call.status().isFinal())
        .ifPresent(call -> facts.fire(fact.apply(call)));
  }
}
