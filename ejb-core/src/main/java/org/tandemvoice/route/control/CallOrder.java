package org.tandemvoice.route.control;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.address.control.AddressReader;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.flow.control.VariableReader;
import org.tandemvoice.flow.entity.FlowVariables;
import org.tandemvoice.json.control.JsonFields;

/**
 * What POST /calls asks for (inventory section 9).
 *
 * @param source shown to the called side
 * @param destinations at least one
 * @param flowId the flow to run, or the nil UUID for {@code actions}
 * @param actions run when {@code flowId} is nil; may be empty
 * @param dialTimeout how long the call may stay unanswered
 * @param early whether the flow begins with the INVITE and not with the answer
 * @param variables of the execution
 */
public record CallOrder(
    Address source,
    List<Address> destinations,
    UUID flowId,
    JsonArray actions,
    Duration dialTimeout,
    boolean early,
    FlowVariables variables) {

  private static final int MOST_DESTINATIONS = 100;

  /**
   * Reads the body of POST /calls.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} naming the
   *     field
   */
  public static CallOrder from(JsonFields body) {
    List<Address> destinations =
        body.objects("destinations").stream().map(AddressReader::callable).toList();
    if (destinations.isEmpty()) {
      throw body.invalid("destinations", "is missing: give at least one address");
    }
    if (destinations.size() > MOST_DESTINATIONS) {
      throw body.invalid(
          "destinations",
          "has " + destinations.size() + " addresses: give at most " + MOST_DESTINATIONS);
    }
    // Range: shorter than a second rings nobody, longer than Timer C of proxies is cut by them.
    long timeoutMs = body.integer("dial_timeout", 30_000, 1_000, 600_000);
    return new CallOrder(
        AddressReader.source(body.object("source")),
        destinations,
        body.uuid("flow_id"),
        actions(body),
        Duration.ofMillis(timeoutMs),
        body.flag("early_execution", false),
        VariableReader.read(body));
  }

  private static JsonArray actions(JsonFields body) {
    body.objects("actions");
    JsonValue actions = body.json().get("actions");
    return actions instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
  }
}
