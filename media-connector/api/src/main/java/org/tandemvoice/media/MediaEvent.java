package org.tandemvoice.media;

import java.time.Duration;
import java.util.UUID;

/** A fact about one media session. Events of one session arrive in the order they happened. */
public sealed interface MediaEvent {

  UUID sessionId();

  /** A prompt was played to its end or stopped. */
  record PlaybackFinished(UUID sessionId, UUID playbackId) implements MediaEvent {}

  /** A prompt could not be played; {@code reason} is a sentence for the customer. */
  record PlaybackFailed(UUID sessionId, UUID playbackId, String reason) implements MediaEvent {}

  /** A key press has ended (RFC 4733): {@code 0-9 * # A-D}. */
  record DigitReceived(UUID sessionId, char digit, int durationMs) implements MediaEvent {}

  /**
   * No RTP came for this long although the remote side should send. Repeated never; armed again by
   * a packet.
   */
  record RtpSilent(UUID sessionId, Duration silence) implements MediaEvent {}
}
