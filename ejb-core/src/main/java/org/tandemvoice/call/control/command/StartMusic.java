package org.tandemvoice.call.control.command;

import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;

/**
 * Plays music of a class to the party until it is stopped; {@link #RINGBACK} is the tone of a phone
 * that rings elsewhere.
 */
public record StartMusic(CallId call, CallId lane, String musicClass) implements LegCommand {

  public static final String RINGBACK = "ringback";

  public StartMusic(Call call, String musicClass) {
    this(call.id(), call.master().orElse(call.id()), musicClass);
  }

  @Override
  public void run(Switchboard switchboard) {
    switchboard.media().find(call.value()).ifPresent(session -> session.startMusic(musicClass));
  }
}
