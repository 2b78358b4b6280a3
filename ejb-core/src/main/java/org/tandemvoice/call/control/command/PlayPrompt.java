package org.tandemvoice.call.control.command;

import java.util.UUID;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.media.Prompt;

/** Plays a prompt to the party. */
public record PlayPrompt(CallId call, CallId lane, UUID playbackId, Prompt prompt)
    implements LegCommand {

  public PlayPrompt(Call call, UUID playbackId, Prompt prompt) {
    this(call.id(), call.master().orElse(call.id()), playbackId, prompt);
  }

  @Override
  public void run(Switchboard switchboard) {
    switchboard.media().find(call.value()).ifPresent(session -> session.play(playbackId, prompt));
  }
}
