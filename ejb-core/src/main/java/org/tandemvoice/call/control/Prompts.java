package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import org.tandemvoice.call.control.command.PlayPrompt;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.media.Prompt;

/** Lets parties hear what a customer wants them to hear, after the commit. */
@ApplicationScoped
public class Prompts {

  @Inject private AfterCommit afterCommit;
  @Inject private Event<SpeechBegun> speeches;

  /**
   * The end comes as a fact with the id of the playback.
   *
   * @throws PlatformException {@code INSUFFICIENT_BALANCE} if it cannot be paid; nothing is changed
   */
  public void play(Call call, UUID playbackId, Prompt prompt) {
    if (prompt instanceof Prompt.Speech speech) {
      speeches.fire(new SpeechBegun(call, speech.text()));
    }
    afterCommit.send(new PlayPrompt(call, playbackId, prompt));
  }
}
