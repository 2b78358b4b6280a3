package org.tandemvoice.groupcall.entity;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * One destination of a groupcall: a party, an agent, or a group of further destinations with a ring
 * method, a dial timeout and a flow of its own.
 *
 * @param dialTimeout zero for that of the groupcall
 * @param order of {@code members}
 * @param members the destinations of a nested groupcall; none for anything else
 * @param flowId the flow of a nested groupcall, or the nil UUID
 * @param plan what a nested groupcall runs, as whoever runs it wrote it; empty for what the
 *     groupcall around it runs
 */
public record GroupDestination(
    Address address,
    Duration dialTimeout,
    RingOrder order,
    List<GroupDestination> members,
    UUID flowId,
    String plan) {

  private static final String NESTED = "groupcall";

  public GroupDestination {
    members = List.copyOf(members);
  }

  /** A party that rings as long as the groupcall says. */
  public static GroupDestination of(Address address) {
    return party(address, Duration.ZERO);
  }

  public static GroupDestination party(Address address, Duration dialTimeout) {
    return new GroupDestination(
        address, dialTimeout, RingOrder.UNSET, List.of(), OwnedResource.NIL, "");
  }

  public boolean isNested() {
    return address.type().equals(NESTED);
  }

  /** The same that runs this plan if it is a nested groupcall without one of its own. */
  public GroupDestination running(UUID flow, String ownPlan) {
    return new GroupDestination(address, dialTimeout, order, members, flow, ownPlan);
  }

  /** The same without any flow of its own, at every level. */
  public GroupDestination withoutPlans() {
    List<GroupDestination> inside = members.stream().map(GroupDestination::withoutPlans).toList();
    return new GroupDestination(address, dialTimeout, order, inside, OwnedResource.NIL, "");
  }

  /** The same with these destinations in it. */
  public GroupDestination of(List<GroupDestination> others, RingOrder otherOrder) {
    return new GroupDestination(address, dialTimeout, otherOrder, others, flowId, plan);
  }

  /** How many parties it names, at every level. */
  public int size() {
    return isNested() ? members.stream().mapToInt(GroupDestination::size).sum() : 1;
  }

  /** As the API shows it: what was not given is left out, but for the address. */
  public JsonObject shown() {
    JsonObjectBuilder json = JSON.createObjectBuilder(AddressColumn.json(address));
    if (!dialTimeout.isZero()) {
      json.add("dial_timeout", dialTimeout.toMillis());
    }
    if (isNested()) {
      json.add("ring_method", order.text());
      json.add("flow_id", flowId.toString());
      JsonArrayBuilder nested = JSON.createArrayBuilder();
      members.forEach(member -> nested.add(member.shown()));
      json.add("destinations", nested);
    }
    return json.build();
  }

  private JsonObject json() {
    JsonObjectBuilder json = JSON.createObjectBuilder(AddressColumn.json(address));
    json.add("dial_timeout", dialTimeout.toMillis());
    if (isNested()) {
      json.add("ring_method", order.text());
      json.add("flow_id", flowId.toString());
      json.add("plan", plan);
      json.add("destinations", json(members));
    }
    return json.build();
  }

  static JsonArray json(List<GroupDestination> destinations) {
    JsonArrayBuilder list = JSON.createArrayBuilder();
    destinations.forEach(destination -> list.add(destination.json()));
    return list.build();
  }

  static List<GroupDestination> parse(JsonArray list) {
    return list.getValuesAs(JsonObject.class).stream().map(GroupDestination::parse).toList();
  }

  private static GroupDestination parse(JsonObject json) {
    Address address = AddressColumn.address(json);
    Duration timeout = Duration.ofMillis(json.getJsonNumber("dial_timeout").longValue());
    if (!address.type().equals(NESTED)) {
      return party(address, timeout);
    }
    return new GroupDestination(
        address,
        timeout,
        RingOrder.of(json.getString("ring_method")).orElse(RingOrder.UNSET),
        parse(json.getJsonArray("destinations")),
        UUID.fromString(json.getString("flow_id")),
        json.getString("plan"));
  }
}
