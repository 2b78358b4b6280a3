package org.tandemvoice.call.control.command;

import java.time.Duration;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;

/** Starts a timer of a call. */
public record StartTimer(CallId call, CallId lane, String token, Duration delay)
    implements LegCommand {

  public StartTimer(Call call, String token, Duration delay) {
    this(call.id(), call.master().orElse(call.id()), token, delay);
  }

  @Override
  public void run(Switchboard switchboard) {
    switchboard.timers().start(lane, call, token, delay);
  }
}
