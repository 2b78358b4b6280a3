package org.tandemvoice.call.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.UUID;
import java.util.function.Consumer;
import org.tandemvoice.call.control.command.ControlMedia;
import org.tandemvoice.call.control.command.StartMusic;
import org.tandemvoice.call.control.command.StopMusic;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.media.MediaSession;

/**
 * What a customer lets the party of a progressing call hear besides its flow. All methods throw
 * what {@link ProgressingCalls#lock} does.
 */
@Stateless
public class CallSound {

  @Inject private ProgressingCalls progressing;
  @Inject private CallDocument document;
  @Inject private Prompts prompts;
  @Inject private AfterCommit afterCommit;
  @Inject private TimeOrderedIds ids;

  /** Music in place of the other party, or no longer. */
  public void music(CustomerId customer, UUID id, boolean on) {
    Call call = progressing.lock(customer, id);
    afterCommit.send(on ? new StartMusic(call, "") : new StopMusic(call));
  }

  /** Silence in place of the other party, or no longer. */
  public void silence(CustomerId customer, UUID id, boolean on) {
    control(customer, id, "silence " + on, session -> session.silence(on));
  }

  /** Speaks what {@link Speeches} reads behind what is being played. */
  public void talk(CustomerId customer, UUID id, JsonFields body) {
    Call call = progressing.lock(customer, id);
    prompts.play(call, ids.next(), Speeches.from(body));
  }

  /** Presses the keys that {@link Digits} reads towards the party; returns the call. */
  public JsonObject press(CustomerId customer, UUID id, JsonFields body) {
    Digits digits = Digits.from(body);
    UUID sending = ids.next();
    return document.of(control(customer, id, "keys", session -> digits.press(session, sending)));
  }

  private Call control(CustomerId customer, UUID id, String what, Consumer<MediaSession> control) {
    Call call = progressing.lock(customer, id);
    afterCommit.send(new ControlMedia(call, what, control));
    return call;
  }
}
