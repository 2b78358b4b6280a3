package org.tandemvoice.media;

import java.nio.file.Path;
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
   * No RTP came for this long although the remote side should send. Repeated after the same time as
   * long as none comes.
   */
  record RtpSilent(UUID sessionId, Duration silence) implements MediaEvent {}

  /**
   * The party has said by its SDP that it wants to hear nothing ({@code sendonly}, {@code
   * inactive}), or that it listens again (RFC 3264 section 8.4).
   */
  record PartyHeld(UUID sessionId, boolean on) implements MediaEvent {}

  /**
   * A key shall be pressed towards the party, and signaling is to tell it ({@link
   * MediaSession#signalDigits}).
   */
  record DigitToSignal(UUID sessionId, char digit, int durationMs) implements MediaEvent {}

  /** All digits of a {@link MediaSession#sendDigits} have been sent. */
  record DigitsSent(UUID sessionId, UUID sendingId) implements MediaEvent {}

  /**
   * A recording has ended, because it was stopped, its party left, or a limit of it was reached.
   *
   * @param file whole and readable, named {@code <recordingId>.<format>}; it stays until {@link
   *     MediaSessionFactory#removeRecording}
   * @param duration exact, in steps of 20 ms
   */
  record RecordingFinished(UUID sessionId, UUID recordingId, Path file, Duration duration)
      implements MediaEvent {}

  /** A recording was lost; there is no file. {@code reason} is a sentence for the customer. */
  record RecordingFailed(UUID sessionId, UUID recordingId, String reason) implements MediaEvent {}

  /** The verdict that {@link MediaSession#detectAnswerer} asked for. */
  record AnswererDetected(UUID sessionId, Answerer answerer) implements MediaEvent {}

  /**
   * The machine that {@link AnswererDetected} told of has beeped and records from now on. This or
   * {@link GreetingEnded} comes once, within half a minute.
   */
  record BeepHeard(UUID sessionId) implements MediaEvent {}

  /**
   * The machine that {@link AnswererDetected} told of has been silent for three seconds without a
   * beep, or has talked for half a minute.
   */
  record GreetingEnded(UUID sessionId) implements MediaEvent {}
}
