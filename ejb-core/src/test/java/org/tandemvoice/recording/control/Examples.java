package org.tandemvoice.recording.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.CallDraft;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.FlowReference;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.recording.entity.RecordingChannels;
import org.tandemvoice.recording.entity.RecordingDirection;
import org.tandemvoice.recording.entity.RecordingFormat;
import org.tandemvoice.recording.entity.RecordingOptions;
import org.tandemvoice.recording.entity.RecordingPurpose;

/** A recording to try things on. */
final class Examples {

  static final Instant NOW = Instant.parse("2026-02-21T10:30:00Z");
  static final UUID ID = new UUID(0, 42);
  static final CustomerId CUSTOMER = new CustomerId(new UUID(0, 7));

  private Examples() {}

  static Recording recording() {
    return recording("none");
  }

  static Recording recording(String endOfKey) {
    Call call =
        new Call(
            new CallDraft(
                new CallId(new UUID(0, 1)),
                CUSTOMER,
                "node-1",
                CallDirection.OUTGOING,
                Address.of("tel", "+15551234567"),
                Address.of("extension", "1002"),
                FlowReference.NONE,
                Duration.ofSeconds(30),
                Optional.empty()),
            NOW);
    RecordingOptions options =
        new RecordingOptions(
            RecordingDirection.BOTH,
            RecordingFormat.MP3,
            RecordingChannels.STEREO,
            8_000,
            RecordingStates.NO_LIMITS,
            endOfKey,
            OwnedResource.NIL);
    return new Recording(ID, call, RecordingPurpose.CONVERSATION, options, NOW);
  }

  /** One whose file is whole. */
  static Recording whole() {
    Recording recording = recording();
    recording.begin(NOW);
    recording.complete(Duration.ofMillis(2_340), NOW.plusSeconds(3));
    return recording;
  }
}
