package org.tandemvoice.agent.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.time.control.Timestamps;

/** An agent as the API shows it: never with the password. */
@ApplicationScoped
public class AgentDocument {

  private Timestamps timestamps;

  protected AgentDocument() {}

  @Inject
  public AgentDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(Agent agent) {
    return Json.createObjectBuilder()
        .add("id", agent.uuid().toString())
        .add("customer_id", agent.customerId().toString())
        .add("username", agent.username())
        .add("name", agent.name())
        .add("detail", agent.detail())
        .add("ring_method", agent.ringMethod().text())
        .add("status", agent.status().text())
        .add("permission", agent.permission().bits())
        .add("tm_create", timestamps.text(agent.createdAt()))
        .add("tm_update", timestamps.text(agent.updatedAt()))
        .add("tm_delete", timestamps.text(agent.deletedAt()))
        .build();
  }
}
