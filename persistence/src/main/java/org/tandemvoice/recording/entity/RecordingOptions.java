package org.tandemvoice.recording.entity;

import java.time.Duration;
import java.util.UUID;

/**
 * What is recorded, how, and until when.
 *
 * @param maxDuration it ends by itself after that; zero for no limit
 * @param maxSilence it ends by itself after so long a silence; zero for no limit
 * @param endOfKey the key that ends it: {@code none}, {@code any}, {@code *} or {@code #}
 * @param onEndFlowId the flow that runs when it has ended, or the nil UUID
 */
public record RecordingOptions(
    RecordingDirection direction,
    RecordingFormat format,
    RecordingChannels channels,
    int sampleRateHz,
    Limits limits,
    String endOfKey,
    UUID onEndFlowId) {

  /** When it ends by itself. */
  public record Limits(Duration maxDuration, Duration maxSilence) {}
}
