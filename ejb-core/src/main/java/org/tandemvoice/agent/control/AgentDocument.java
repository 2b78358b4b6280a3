package org.tandemvoice.agent.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Set;
import org.tandemvoice.address.control.AddressReader;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.agent.entity.AgentProfile;
import org.tandemvoice.agent.entity.AgentProvider;
import org.tandemvoice.agent.entity.AgentStatus;
import org.tandemvoice.agent.entity.RingMethod;
import org.tandemvoice.customer.entity.Permission;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.time.control.Timestamps;

/** An agent as the API reads and writes it (seed 002): never shown with the password. */
@ApplicationScoped
public class AgentDocument {

  private static final int NAME_LENGTH = 255;
  private static final int DETAIL_LENGTH = 2000;
  private static final int MOST_ADDRESSES = 20;

  /** Where a phone may be. A group or a conference is no phone. */
  private static final Set<String> PHONES = Set.of("tel", "extension", "sip", "endpoint");

  private Timestamps timestamps;

  protected AgentDocument() {}

  @Inject
  public AgentDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(Agent agent) {
    JsonArrayBuilder tags = JSON.createArrayBuilder();
    agent.tagIds().forEach(id -> tags.add(id.toString()));
    JsonArrayBuilder addresses = JSON.createArrayBuilder();
    agent.addresses().forEach(address -> addresses.add(AddressColumn.json(address)));
    return brief(agent)
        .add("tag_ids", tags)
        .add("addresses", addresses)
        .add("direct_hash", agent.directHash())
        .build();
  }

  /** Without what may grow, for tokens that travel with each request. */
  public JsonObject claims(Agent agent) {
    return brief(agent).build();
  }

  private JsonObjectBuilder brief(Agent agent) {
    return JSON.createObjectBuilder()
        .add("id", agent.uuid().toString())
        .add("customer_id", agent.customerId().toString())
        .add("username", agent.username())
        .add("name", agent.name())
        .add("detail", agent.detail())
        .add("ring_method", agent.ringMethod().text())
        .add("provider", agent.provider().text())
        .add("status", agent.status().text())
        .add("permission", agent.permission().bits())
        .add("tm_create", timestamps.text(agent.createdAt()))
        .add("tm_update", timestamps.text(agent.updatedAt()))
        .add("tm_delete", timestamps.text(agent.deletedAt()));
  }

  String username(JsonFields fields) {
    return fields.requiredLine("username", NAME_LENGTH);
  }

  String password(JsonFields fields) {
    return fields.requiredLine("password", NAME_LENGTH);
  }

  Permission permission(JsonFields fields) {
    return new Permission(
        Math.toIntExact(fields.integer("permission", 0, 0, Permission.ALL.bits())));
  }

  AgentStatus status(JsonFields fields) {
    String text = fields.requiredText("status", NAME_LENGTH);
    return AgentStatus.of(text)
        .orElseThrow(
            () ->
                fields.invalid(
                    "status",
                    "is \"" + text + "\": give available, away, busy, offline or ringing"));
  }

  /** Fields that are missing are as before. */
  AgentProfile profile(JsonFields fields, AgentProfile before) {
    return new AgentProfile(
        fields.has("name") ? fields.line("name", NAME_LENGTH) : before.name(),
        fields.textOr("detail", before.detail(), DETAIL_LENGTH),
        fields.has("ring_method") ? ringMethod(fields) : before.ringMethod(),
        fields.has("provider") ? provider(fields) : before.provider());
  }

  private static AgentProvider provider(JsonFields fields) {
    String text = fields.text("provider");
    return AgentProvider.of(text)
        .orElseThrow(() -> fields.invalid("provider", "is \"" + text + "\": give livekit or vida"));
  }

  private static RingMethod ringMethod(JsonFields fields) {
    String text = fields.text("ring_method");
    return RingMethod.of(text.isEmpty() ? RingMethod.RINGALL.text() : text)
        .orElseThrow(
            () -> fields.invalid("ring_method", "is \"" + text + "\": give ringall or linear"));
  }

  List<Address> addresses(JsonFields fields) {
    List<JsonFields> given = fields.objects("addresses");
    if (given.size() > MOST_ADDRESSES) {
      throw fields.invalid(
          "addresses", "has " + given.size() + " addresses: give at most " + MOST_ADDRESSES);
    }
    return given.stream().map(AgentDocument::phone).toList();
  }

  private static Address phone(JsonFields fields) {
    Address address = AddressReader.callable(fields);
    if (!PHONES.contains(address.type())) {
      throw fields.invalid(
          "type", "is \"" + address.type() + "\": give tel, extension, sip or endpoint");
    }
    return address;
  }
}
