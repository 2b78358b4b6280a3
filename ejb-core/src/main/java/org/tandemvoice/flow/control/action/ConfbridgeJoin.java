package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/**
 * Joins the room of {@code confbridge_id}, in which all calls of the customer that name the same id
 * hear each other. Stays until the call ends or the execution is stopped.
 */
@ApplicationScoped
public class ConfbridgeJoin implements FlowAction {

  @Override
  public String type() {
    return "confbridge_join";
  }

  @Override
  public Instruction prepare(JsonFields options) {
    UUID id = options.uuid("confbridge_id");
    if (id.equals(OwnedResource.NIL)) {
      throw options.invalid("confbridge_id", "is missing: give the id of a room");
    }
    return context -> join(context, id);
  }

  private static Step join(FlowContext context, UUID id) {
    // Whatever id another customer names, its room is another.
    String ofCustomer = context.call().customerId() + " " + id;
    UUID room = UUID.nameUUIDFromBytes(ofCustomer.getBytes(StandardCharsets.UTF_8));
    context.control("room", session -> session.join(room));
    return Step.WAIT;
  }
}
