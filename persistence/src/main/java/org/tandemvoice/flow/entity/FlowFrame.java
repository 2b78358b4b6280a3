package org.tandemvoice.flow.entity;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.tandemvoice.column.entity.JsonText;

/**
 * A list of actions and how far it has been run: one level of nested flows.
 *
 * @param flowId the flow it is from, or the nil UUID
 * @param actions a JSON array of actions
 * @param position index of the running action; -1 before the first
 * @param loops a JSON object: how often each goto of this list has jumped, by the goto's id
 */
public record FlowFrame(UUID flowId, String actions, int position, String loops) {

  public static final int BEFORE_START = -1;

  /** A list that has not begun. */
  public static FlowFrame of(UUID flowId, String actions) {
    return new FlowFrame(flowId, actions, BEFORE_START, "{}");
  }

  JsonObject json() {
    return JSON.createObjectBuilder()
        .add("flow_id", flowId.toString())
        .add("actions", JsonText.array(actions))
        .add("position", position)
        .add("loops", JsonText.object(loops))
        .build();
  }

  static FlowFrame of(JsonObject json) {
    return new FlowFrame(
        UUID.fromString(json.getString("flow_id")),
        json.getJsonArray("actions").toString(),
        json.getInt("position"),
        json.getJsonObject("loops").toString());
  }
}
