package org.tandemvoice.conference.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.conference.entity.Conference;
import org.tandemvoice.conference.entity.ConferenceProfile;
import org.tandemvoice.conference.entity.ConferenceType;
import org.tandemvoice.conference.entity.Conferencecall;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.time.control.Timestamps;

/** A conference as customers see it, and what they may write of it (contract section 9). */
@ApplicationScoped
public class ConferenceDocument {

  private static final String NIL = OwnedResource.NIL.toString();
  private static final int LONGEST = 255;
  private static final int LONGEST_DETAIL = 2000;
  private static final long DAY_SECONDS = 86_400;

  private Timestamps timestamps;
  private Conferencecalls stays;

  protected ConferenceDocument() {}

  @Inject
  public ConferenceDocument(Timestamps timestamps, Conferencecalls stays) {
    this.timestamps = timestamps;
    this.stays = stays;
  }

  /** Its status is the contract's; {@link #withStatus} gives that of the seed (C-74). */
  public JsonObject of(Conference conference) {
    ConferenceProfile profile = conference.profile();
    List<Conferencecall> there = stays.in(conference);
    JsonArrayBuilder ids = JSON.createArrayBuilder();
    there.forEach(stay -> ids.add(stay.uuid().toString()));
    JsonArrayBuilder recordings = JSON.createArrayBuilder();
    conference.recordingIds().forEach(id -> recordings.add(id.toString()));
    return JSON.createObjectBuilder()
        .add("id", conference.uuid().toString())
        .add("customer_id", conference.customerId().toString())
        .add("type", conference.type().text())
        .add("status", conference.status().text())
        .add("name", profile.name())
        .add("detail", profile.detail())
        .add("data", JsonText.object(profile.data()))
        .add("timeout", profile.timeout().toSeconds())
        .add("pre_flow_id", profile.preFlowId().toString())
        .add("post_flow_id", profile.postFlowId().toString())
        .add("participant_count", there.size())
        .add("conferencecall_ids", ids)
        .add("recording_id", conference.recordingId().toString())
        .add("recording_ids", recordings)
        .add("transcribe_id", NIL)
        .add("transcribe_ids", JSON.createArrayBuilder())
        .add("direct_hash", conference.directHash())
        .add("tm_end", timestamps.text(conference.endedAt()))
        .add("tm_create", timestamps.text(conference.createdAt()))
        .add("tm_update", timestamps.text(conference.updatedAt()))
        .add("tm_delete", timestamps.text(conference.deletedAt()))
        .build();
  }

  /** The same document; under /v1 a conference that parties may join is {@code active} (C-74). */
  public static JsonObject withStatus(JsonObject document, boolean seed) {
    return seed && document.getString("status").equals("progressing")
        ? JSON.createObjectBuilder(document).add("status", "active").build()
        : document;
  }

  /** What a conference is that nobody has described. */
  static ConferenceProfile unnamed() {
    return new ConferenceProfile("", "", "{}", Duration.ZERO, OwnedResource.NIL, OwnedResource.NIL);
  }

  static ConferenceProfile newProfile(JsonFields fields) {
    return changed(unnamed(), fields);
  }

  /** Fields that are missing are as before. */
  static ConferenceProfile changed(ConferenceProfile before, JsonFields fields) {
    return new ConferenceProfile(
        fields.textOr("name", before.name(), LONGEST),
        fields.textOr("detail", before.detail(), LONGEST_DETAIL),
        fields.has("data") ? fields.object("data").json().toString() : before.data(),
        timeout(before, fields),
        flow(fields, "pre_flow_id", before.preFlowId()),
        flow(fields, "post_flow_id", before.postFlowId()));
  }

  /** Less than a minute stands for a day (contract section 9). */
  private static Duration timeout(ConferenceProfile before, JsonFields fields) {
    long seconds =
        fields.integer("timeout", before.timeout().toSeconds(), 0, Duration.ofDays(30).toSeconds());
    return Duration.ofSeconds(seconds > 0 && seconds < 60 ? DAY_SECONDS : seconds);
  }

  private static UUID flow(JsonFields fields, String name, UUID before) {
    return fields.has(name) ? fields.uuid(name) : before;
  }

  static ConferenceType type(JsonFields fields) {
    String text = fields.text("type", LONGEST);
    return switch (text) {
      case "", "conference" -> ConferenceType.CONFERENCE;
      case "connect" -> ConferenceType.CONNECT;
      case "queue" -> ConferenceType.QUEUE;
      default ->
          throw fields.invalid("type", "is \"" + text + "\": give conference, connect or queue");
    };
  }
}
