package org.tandemvoice.route.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.tandemvoice.call.control.IncomingLeg;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.queue.control.Queues;
import org.tandemvoice.queue.entity.Queue;

/** A queue, as {@code queue:<id>}: the caller is answered and waits in it. */
@ApplicationScoped
public class DialledQueue implements DialledKind {

  @Inject private Queues queues;

  @Override
  public Optional<Reception> receive(IncomingLeg leg) {
    return leg.destination().type().equals("queue")
        ? JsonFields.uuidOf(leg.destination().target())
            .flatMap(id -> queues.find(leg.customerId(), id))
            .map(queue -> Reception.of(true, join(queue)))
        : Optional.empty();
  }

  private static JsonObject join(Queue queue) {
    return JSON.createObjectBuilder()
        .add("type", "queue_join")
        .add("option", JSON.createObjectBuilder().add("queue_id", queue.uuid().toString()))
        .build();
  }
}
