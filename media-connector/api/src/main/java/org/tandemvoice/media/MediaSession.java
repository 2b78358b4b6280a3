package org.tandemvoice.media;

import java.time.Duration;
import java.util.List;
import java.util.Set;
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
   * Takes the remote answer to what was described last, by offer or answer, and has been offered
   * once more as it was: a session is refreshed (RFC 4028 section 7.4). If the answer is as before,
   * nothing changes.
   *
   * @throws MediaException {@code NOT_ACCEPTABLE} if it is no answer to that; the session stays as
   *     it was
   */
  void confirm(String sdpAnswer);

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
   * RFC 4733 events are passed on. A party is in one bridge or room at most: a new one replaces the
   * old.
   */
  void bridge(UUID otherSessionId);

  /** Leaves the bridge or room; a party left alone hears silence. */
  void unbridge();

  /**
   * Joins the room of that id, in which every party hears all others and not itself. The room is
   * there while somebody is in it. Ended by {@link #unbridge}; replaces a bridge or another room,
   * and a bridge replaces it.
   */
  void join(UUID roomId);

  /**
   * In a room or bridge, lets only these sessions hear this party (whispering); an empty set means
   * everybody again, the session's own id alone nobody. Kept until the session closes.
   */
  void speakOnlyTo(Set<UUID> sessionIds);

  /** Holds sound back; replaces what was muted before. Lasts until changed. */
  void mute(MuteDirection direction);

  /**
   * Plays music in place of what comes from the bridge, over and over; prompts are heard instead of
   * it while they last. An unknown or empty class is the default music, {@code ringback} the tone
   * of a phone that rings elsewhere. The operator's own music lies in the media folder as {@code
   * music/<class>.wav}, {@code .mp3} or {@code .ogg}.
   */
  void startMusic(String musicClass);

  /** The party hears its bridge again. */
  void stopMusic();

  /**
   * Plays silence in place of what comes from the bridge (true), or no longer. Prompts and music
   * are still heard.
   */
  void silence(boolean on);

  /**
   * Pauses the talk (true), or no longer: the party hears music in place of its bridge or room, and
   * is not heard; in a bridge the other hears music as well. Prompts, and what is muted, go on as
   * they are. A party that wants to hear nothing by its SDP (RFC 3264 section 8.4) is heard as
   * music all the same.
   */
  void hold(boolean on);

  /**
   * Presses keys one after another: as telephone-events (RFC 4733) if the party knows them, else by
   * signaling if it takes them so ({@link #signalDigits}), else as tones. Ends with one {@code
   * DigitsSent} unless the session closes first; several sendings follow one another.
   *
   * @param digits of {@code 0-9 * # A-D}
   * @param durationMs of each press; 40 to 5000, telephone-events last 60 at least
   * @param intervalMs between two presses; 0 to 5000
   * @throws IllegalArgumentException if a value is none of these; nothing is sent then
   */
  void sendDigits(UUID sendingId, String digits, int durationMs, int intervalMs);

  /**
   * Leaves keys towards a party that knows no telephone-events to signaling (true), or lets them
   * sound again: each is told by {@code DigitToSignal} and is not heard, those of the other party
   * of a bridge as well.
   */
  void signalDigits(boolean on);

  /**
   * Begins to record; several recordings may run at once. Each ends with exactly one {@code
   * RecordingFinished} or {@code RecordingFailed}, also when the session closes.
   *
   * @param recordingId also the name of the file
   * @throws MediaException {@code DUPLICATE} if a recording of that id is running
   */
  void startRecording(UUID recordingId, RecordingSpec spec);

  /** Ends a recording of this session; ignored if there is none of that id. */
  void stopRecording(UUID recordingId);

  /**
   * Judges from now on who took the call, and says so by one {@code AnswererDetected} when the time
   * is over at the latest; of a machine, tells after that by one {@code BeepHeard} or {@code
   * GreetingEnded} when it has done greeting. Replaces a judgement that is under way.
   */
  void detectAnswerer(Duration timeout);

  /**
   * Copies the RTP packets of both directions from now on, until there were so many packets or
   * bytes of them: for who looks for a fault. A second time is ignored.
   */
  void capture(int packets, int bytes);

  /**
   * What was copied and not handed out yet, in the order of time for each direction; a copy that
   * waits too long for its collection makes later ones be left out.
   */
  List<MediaPacket> captured();

  /** Counters since the session was opened; still readable right after {@link #close}. */
  MediaStatistics statistics();

  /** Frees the ports. Idempotent. */
  @Override
  void close();
}
