package org.tandemvoice.call.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Lob;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.OwnedResource;

/** Which recordings there are of a call, and which of them runs. */
@Embeddable
public class CallRecordings {

  @Column(name = "recording_id", nullable = false)
  private UUID recordingId = OwnedResource.NIL;

  @Lob
  @Column(name = "recording_ids", nullable = false)
  private String recordingIds = "[]";

  protected CallRecordings() {}

  void begin(UUID recording) {
    recordingIds = JsonText.with(recordingIds, recording);
    recordingId = recording;
  }

  void runs(UUID recording) {
    recordingId = recording;
  }

  /** The one that runs, or the nil UUID. */
  public UUID running() {
    return recordingId;
  }

  /** Every one, oldest first. */
  public List<UUID> all() {
    return JsonText.uuids(recordingIds);
  }
}
