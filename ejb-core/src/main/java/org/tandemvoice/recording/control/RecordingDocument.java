package org.tandemvoice.recording.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.time.control.Timestamps;

/**
 * A recording as customers see it (contract section 10, and the seeds' {@code url}, {@code
 * duration} and options). The URL is empty in events: it would be old when it is read.
 */
@ApplicationScoped
public class RecordingDocument {

  private Timestamps timestamps;

  protected RecordingDocument() {}

  @Inject
  public RecordingDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  /**
   * @param url where the file can be read at present, or empty
   */
  public JsonObject of(Recording recording, String url) {
    Duration duration = recording.duration();
    return JSON.createObjectBuilder()
        .add("id", recording.uuid().toString())
        .add("customer_id", recording.customerId().toString())
        .add("owner_type", "")
        .add("owner_id", OwnedResource.NIL.toString())
        .add("reference_type", "call")
        .add("reference_id", recording.callId().toString())
        .add("call_id", recording.callId().toString())
        .add("activeflow_id", recording.activeflowId().toString())
        .add("on_end_flow_id", recording.onEndFlowId().toString())
        .add("status", recording.status().text())
        .add("error", recording.failure())
        .add("format", recording.format().text())
        .add("direction", recording.direction().name().toLowerCase(Locale.ROOT))
        .add("channels", recording.channels().name().toLowerCase(Locale.ROOT))
        .add("sample_rate", recording.sampleRateHz())
        .add("duration", duration.plusMillis(500).toSeconds())
        .add("duration_ms", duration.toMillis())
        .add("filenames", JSON.createArrayBuilder().add(recording.fileName()))
        .add("url", url)
        .add("tm_start", timestamps.text(recording.startedAt()))
        .add("tm_end", timestamps.text(recording.endedAt()))
        .add("tm_create", timestamps.text(recording.createdAt()))
        .add("tm_update", timestamps.text(recording.updatedAt()))
        .add("tm_delete", timestamps.text(recording.deletedAt()))
        .build();
  }
}
