package org.tandemvoice.route.control;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.address.control.AddressReader;
import org.tandemvoice.address.control.Anonymity;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.CallMetadata;
import org.tandemvoice.flow.control.VariableReader;
import org.tandemvoice.flow.entity.FlowVariables;
import org.tandemvoice.groupcall.control.GroupDestinationReader;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.json.control.JsonFields;

/**
 * What POST /calls asks for (inventory section 9).
 *
 * @param source shown to the called side, unless {@code anonymous} withholds it
 * @param destinations at least one
 * @param flowId the flow to run, or the nil UUID for {@code actions}
 * @param actions run when {@code flowId} is nil; may be empty
 * @param dialTimeout how long the call may stay unanswered
 * @param early whether the flow begins with the INVITE and not with the answer
 * @param variables of the execution
 * @param metadata what the customer notes about each call
 */
public record CallOrder(
    Address source,
    List<GroupDestination> destinations,
    UUID flowId,
    JsonArray actions,
    Duration dialTimeout,
    boolean early,
    FlowVariables variables,
    JsonObject metadata) {

  /**
   * Reads the body of POST /calls.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} naming the
   *     field
   */
  public static CallOrder from(JsonFields body) {
    return new CallOrder(
        Anonymity.read(body).of(AddressReader.source(body.object("source"))),
        GroupDestinationReader.read(body),
        body.uuid("flow_id"),
        actions(body),
        GroupDestinationReader.dialTimeout(body),
        body.flag("early_execution", false),
        VariableReader.read(body),
        CallMetadata.read(body));
  }

  private static JsonArray actions(JsonFields body) {
    body.objects("actions");
    JsonValue actions = body.json().get("actions");
    return actions instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
  }
}
