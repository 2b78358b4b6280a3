package org.tandemvoice.media;

import java.util.UUID;

/**
 * One party's media: an RTP port, what it hears and what it says. Commands return at once and take
 * effect in the order given; what comes of them arrives at the {@link MediaEventListener}. After
 * {@link #close} every command is ignored.
 */
public interface MediaSession extends AutoCloseable {

  UUID id();

  /**
   * An SDP offer with every codec we speak and telephone-event (RFC 3264 section 5); same text
   * until negotiated.
   */
  String offer();

  /**
   * Takes the remote offer and gives our answer (RFC 3264 section 6). Serves the first offer and
   * every later one (re-INVITE, UPDATE): a remote {@code sendonly} is answered {@code recvonly},
   * {@code inactive} by {@code inactive}.
   *
   * @throws MediaException {@code NOT_ACCEPTABLE} if there is no codec in common; the session stays
   *     as it was
   */
  String answer(String sdpOffer);

  /**
   * Takes the remote answer to our offer.
   *
   * @throws MediaException {@code NOT_ACCEPTABLE} if it does not answer our offer; the session
   *     stays as it was
   */
  void accept(String sdpAnswer);

  /**
   * Plays a prompt to this party after those already queued. Ends with exactly one {@code
   * PlaybackFinished} or {@code PlaybackFailed} of the same id, unless the session closes first.
   */
  void play(UUID playbackId, Prompt prompt);

  /**
   * Stops the running prompt and drops the queued ones; each ends with {@code PlaybackFinished}.
   */
  void stopPlaying();

  /**
   * Joins this party and another so that each hears the other and not itself; digits received as
   * RFC 4733 events are passed on. A party is in one bridge at most: a new one replaces the old.
   */
  void bridge(UUID otherSessionId);

  /** Leaves the bridge; the other party hears silence. */
  void unbridge();

  /** Counters since the session was opened; still readable right after {@link #close}. */
  MediaStatistics statistics();

  /** Frees the ports. Idempotent. */
  @Override
  void close();
}
