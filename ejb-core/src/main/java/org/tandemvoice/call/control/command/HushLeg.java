package org.tandemvoice.call.control.command;

import java.util.Set;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;

/**
 * Holds back what the party says in its bridge or room, or no longer. What the customer has muted
 * on the call itself is not touched by it.
 */
public record HushLeg(CallId call, CallId lane, boolean on) implements LegCommand {

  public HushLeg(Call call, boolean on) {
    this(call.id(), call.master().orElse(call.id()), on);
  }

  @Override
  public void run(Switchboard switchboard) {
    switchboard.mediaOf(call).speakOnlyTo(on ? Set.of(call.value()) : Set.of());
  }
}
