package org.tandemvoice.media.engine.leg;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What other threads want of a leg, in their order. */
final class LegCommands {

  private final Queue<LegCommand> waiting = new ConcurrentLinkedQueue<>();

  /** Any thread. */
  void add(LegCommand command) {
    waiting.add(command);
  }

  /** Owner thread: runs them until one leads away. */
  void run(Leg leg) {
    for (LegCommand command = waiting.poll(); command != null; command = waiting.poll()) {
      command.run(leg);
      if (leg.destination() != null || leg.isClosed()) {
        return;
      }
    }
  }

  /** Any thread: nobody will run them. */
  void discard() {
    for (LegCommand command = waiting.poll(); command != null; command = waiting.poll()) {
      command.discard();
    }
  }
}
