package org.tandemvoice.route.control;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of an order to call.
 *
 * @param all every call that is being dialled, as the order names them
 * @param single those of them that are in no groupcall
 * @param groupcalls the groupcalls
 */
public record Placement(
    List<JsonObject> all, List<JsonObject> single, List<JsonObject> groupcalls) {

  static Placement none() {
    return new Placement(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  void add(JsonObject call) {
    all.add(call);
    single.add(call);
  }

  void add(JsonObject groupcall, List<JsonObject> itsCalls) {
    all.addAll(itsCalls);
    groupcalls.add(groupcall);
  }
}
