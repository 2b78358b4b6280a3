package org.tandemvoice.route.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.flow.control.FlowPlan;

/**
 * What a call that came in does.
 *
 * @param plan the actions it runs
 * @param rings whether the caller is told at once that it rings; otherwise the actions see to it
 */
public record Reception(FlowPlan plan, boolean rings) {

  /** Runs these actions, none of which needs an id. */
  public static Reception of(boolean rings, JsonObject... actions) {
    JsonArrayBuilder list = JSON.createArrayBuilder();
    for (JsonObject action : actions) {
      list.add(action);
    }
    return new Reception(FlowPlan.of(list.build().toString()), rings);
  }

  /** Connects the caller to a party; its ringing, its sound and its refusal are passed on. */
  public static Reception connect(Address destination) {
    JsonArray destinations = JSON.createArrayBuilder().add(AddressColumn.json(destination)).build();
    return of(
        false,
        JSON.createObjectBuilder()
            .add("type", "connect")
            .add(
                "option",
                JSON.createObjectBuilder()
                    .add("destinations", destinations)
                    .add("ring_timeout", 120_000)
                    .add("early_media", true)
                    .add("relay_reason", true))
            .build());
  }
}
