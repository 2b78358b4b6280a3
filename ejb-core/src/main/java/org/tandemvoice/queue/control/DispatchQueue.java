package org.tandemvoice.queue.control;

import java.util.UUID;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.CallId;

/**
 * Lets agents ring for the callers of a queue, after the commit and in a lane of the queue's own,
 * so that it is done by one at a time.
 */
final class DispatchQueue implements LegCommand {

  private final UUID queue;
  private final QueueRouting routing;

  DispatchQueue(UUID queue, QueueRouting routing) {
    this.queue = queue;
    this.routing = routing;
  }

  @Override
  public CallId call() {
    return new CallId(queue);
  }

  @Override
  public boolean isOfCall() {
    return false;
  }

  @Override
  public CallId lane() {
    return new CallId(queue);
  }

  @Override
  public void run(Switchboard switchboard) {
    routing.assignAll(queue);
  }

  @Override
  public String toString() {
    return "dispatch of queue " + queue;
  }
}
