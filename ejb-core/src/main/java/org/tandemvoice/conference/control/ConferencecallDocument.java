package org.tandemvoice.conference.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.tandemvoice.conference.entity.Conferencecall;
import org.tandemvoice.time.control.Timestamps;

/** A stay in a conference as customers see it (contract, ConferenceManagerConferencecall). */
@ApplicationScoped
public class ConferencecallDocument {

  private Timestamps timestamps;

  protected ConferencecallDocument() {}

  @Inject
  public ConferencecallDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(Conferencecall stay) {
    return JSON.createObjectBuilder()
        .add("id", stay.uuid().toString())
        .add("customer_id", stay.customerId().toString())
        .add("activeflow_id", stay.activeflowId().toString())
        .add("conference_id", stay.conferenceId().toString())
        .add("reference_type", "call")
        .add("reference_id", stay.callId().toString())
        .add("status", stay.status().text())
        .add("role", stay.role().text())
        .add("muted", stay.isMuted())
        .add("tm_create", timestamps.text(stay.createdAt()))
        .add("tm_update", timestamps.text(stay.updatedAt()))
        .add("tm_delete", timestamps.text(stay.deletedAt()))
        .build();
  }
}
