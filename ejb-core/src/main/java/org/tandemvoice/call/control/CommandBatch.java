package org.tandemvoice.call.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tandemvoice.call.entity.CallId;

/** The commands of one transaction, by lane, each lane with the place it has reserved. */
public final class CommandBatch {

  private record Share(CallLanes.Place place, List<LegCommand> commands) {}

  private final Map<CallId, Share> shares = new LinkedHashMap<>();

  void add(LegCommand command, CallLanes lanes) {
    shares
        .computeIfAbsent(command.lane(), lane -> new Share(lanes.reserve(lane), new ArrayList<>()))
        .commands()
        .add(command);
  }

  /** Lets each lane work on its share, when its turn comes. */
  void run(Consumer<LegCommand> work) {
    shares.values().forEach(share -> share.place().take(() -> share.commands().forEach(work)));
  }

  /** Gives the places back. */
  void forget() {
    shares.values().forEach(share -> share.place().take(() -> {}));
  }
}
