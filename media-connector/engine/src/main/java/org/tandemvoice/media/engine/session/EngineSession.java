package org.tandemvoice.media.engine.session;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tandemvoice.media.MediaPacket;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.MediaStatistics;
import org.tandemvoice.media.MuteDirection;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.media.RecordingSpec;
import org.tandemvoice.media.engine.dtmf.DigitTone;
import org.tandemvoice.media.engine.leg.Leg;
import org.tandemvoice.media.engine.leg.LegCommand;
import org.tandemvoice.media.engine.leg.PacketCapture;
import org.tandemvoice.media.engine.leg.Room;
import org.tandemvoice.media.engine.prompt.Music;
import org.tandemvoice.media.engine.prompt.Playback;
import org.tandemvoice.media.engine.recording.RecordingTap;
import org.tandemvoice.media.engine.sdp.NegotiatedMedia;
import org.tandemvoice.media.engine.sdp.SdpNegotiator;
import org.tandemvoice.media.engine.transport.LegPorts;
import org.tandemvoice.media.engine.transport.PacketRing;

/** A session: negotiates on the caller's thread, everything else is a command to its leg. */
final class EngineSession implements MediaSession {

  private static final String DEFAULT_MUSIC = "";
  private static final int LONGEST_PACKET = 2_048;
  private static final int MIN_PRESS_MS = 40;
  private static final int MAX_PRESS_MS = 5_000;

  private final UUID id;
  private final Leg leg;
  private final LegPorts ports;
  private final SdpNegotiator negotiator;
  private final MediaEngine engine;
  private Optional<NegotiatedMedia> applied = Optional.empty();
  private PacketCapture capture;
  private boolean closed;

  EngineSession(UUID id, Leg leg, LegPorts ports, SdpNegotiator negotiator, MediaEngine engine) {
    this.id = id;
    this.leg = leg;
    this.ports = ports;
    this.negotiator = negotiator;
    this.engine = engine;
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public synchronized String offer() {
    return negotiator.offer();
  }

  @Override
  public synchronized String answer(String sdpOffer) {
    SdpNegotiator.Answer answer = negotiator.answer(sdpOffer);
    apply(answer.media());
    return answer.sdp();
  }

  @Override
  public synchronized void accept(String sdpAnswer) {
    apply(negotiator.accept(sdpAnswer));
  }

  @Override
  public synchronized void confirm(String sdpAnswer) {
    NegotiatedMedia media = negotiator.confirm(sdpAnswer);
    if (!applied.equals(Optional.of(media))) {
      apply(media);
    }
  }

  @Override
  public void play(UUID playbackId, Prompt prompt) {
    Playback playback = engine.prompts().load(playbackId, prompt);
    leg.execute(l -> l.playbacks().add(playback));
    playback.whenReady(leg::hasten);
  }

  @Override
  public void stopPlaying() {
    leg.execute(l -> l.playbacks().stop());
  }

  @Override
  public void bridge(UUID otherSessionId) {
    Optional<EngineSession> other = engine.session(otherSessionId);
    if (other.isPresent() && other.get() != this) {
      Room room = Room.forArrivals(2);
      engine.place(room);
      leg.execute(new Entry(room));
      other.get().leg.execute(new Entry(room));
    }
  }

  @Override
  public void unbridge() {
    leg.execute(Leg::moveOut);
  }

  @Override
  public void join(UUID roomId) {
    leg.execute(new Entry(engine.room(roomId)));
  }

  @Override
  public void speakOnlyTo(Set<UUID> sessionIds) {
    Set<UUID> audience = Set.copyOf(sessionIds);
    leg.execute(l -> l.speakOnlyTo(audience));
  }

  @Override
  public void mute(MuteDirection direction) {
    leg.execute(l -> l.mute(direction));
  }

  @Override
  public void startMusic(String musicClass) {
    Optional<Music> music = Optional.of(engine.music().music(musicClass));
    leg.execute(l -> l.music(music));
  }

  @Override
  public void stopMusic() {
    leg.execute(l -> l.music(Optional.empty()));
  }

  @Override
  public void silence(boolean on) {
    leg.execute(l -> l.silence(on));
  }

  @Override
  public void hold(boolean on) {
    Optional<Music> own = on ? Optional.of(engine.music().music(DEFAULT_MUSIC)) : Optional.empty();
    Optional<Music> others = own.map(music -> engine.music().music(DEFAULT_MUSIC));
    leg.execute(l -> l.hold(own, others));
  }

  @Override
  public void sendDigits(UUID sendingId, String digits, int durationMs, int intervalMs) {
    if (digits.isEmpty() || !digits.chars().allMatch(d -> DigitTone.isDigit((char) d))) {
      throw new IllegalArgumentException(
          "The digits are '" + digits + "'; 0 to 9, *, # and A to D can be sent");
    }
    check("duration", durationMs, MIN_PRESS_MS);
    check("interval", intervalMs, 0);
    leg.execute(l -> l.dial(sendingId, digits, durationMs, intervalMs));
  }

  @Override
  public void signalDigits(boolean on) {
    leg.execute(l -> l.signalDigits(on));
  }

  @Override
  public void startRecording(UUID recordingId, RecordingSpec spec) {
    RecordingTap tap = engine.recorder().start(id, recordingId, spec, leg.rateHz());
    leg.execute(new Recorded(tap));
  }

  @Override
  public void stopRecording(UUID recordingId) {
    leg.execute(l -> l.stopRecording(recordingId));
  }

  @Override
  public void detectAnswerer(Duration timeout) {
    leg.execute(l -> l.detectAnswerer(timeout));
  }

  @Override
  public MediaStatistics statistics() {
    return leg.traffic().statistics();
  }

  @Override
  public synchronized void capture(int packets, int bytes) {
    if (capture == null) {
      PacketCapture into = new PacketCapture(packets, bytes);
      capture = into;
      leg.execute(l -> l.traffic().capture(into));
    }
  }

  @Override
  public synchronized List<MediaPacket> captured() {
    InetSocketAddress remote = ports.rtpRemote().target();
    if (capture == null || remote == null) {
      return List.of();
    }
    InetSocketAddress local = engine.local(ports.rtpPort());
    Instant now = engine.clock().instant();
    long nowNanos = engine.nanos().nanos();
    PacketRing ring = capture.ring();
    byte[] packet = new byte[LONGEST_PACKET];
    List<MediaPacket> copies = new ArrayList<>();
    for (int length = ring.poll(packet); length > 0; length = ring.poll(packet)) {
      Instant at = now.minusNanos(nowNanos - ring.polledArrivalNanos());
      boolean sent = ring.polledControl();
      copies.add(new MediaPacket(at, sent, local, remote, Arrays.copyOf(packet, length)));
    }
    return copies;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      engine.closed(this);
      leg.execute(Leg::close);
    }
  }

  private void apply(NegotiatedMedia media) {
    applied = Optional.of(media);
    boolean[] payloadTypes = new boolean[128];
    media.receivable().keySet().forEach(p -> payloadTypes[p] = true);
    media.receivableEvents().forEach(p -> payloadTypes[p] = true);
    long now = engine.nanos().nanos();
    ports.multiplex(media.transport().multiplexed());
    if (media.transport().paused()) {
      ports.rtpRemote().pause(now);
      ports.rtcpRemote().pause(now);
    } else {
      ports.rtpRemote().signal(media.transport().rtp(), now);
      ports.rtcpRemote().signal(media.transport().rtcp(), now);
    }
    ports.admit(payloadTypes);
    Optional<Music> ifHeld =
        media.stream().direction().sends()
            ? Optional.empty()
            : Optional.of(engine.music().music(DEFAULT_MUSIC));
    leg.execute(l -> l.apply(media, ifHeld));
  }

  /** Takes a leg into a room that counts on it. */
  private record Entry(Room room) implements LegCommand {

    @Override
    public void run(Leg leg) {
      leg.moveTo(room);
    }

    @Override
    public void discard() {
      room.forgo();
    }
  }

  /** Records a leg; a leg that has closed before gives an empty recording. */
  private record Recorded(RecordingTap tap) implements LegCommand {

    @Override
    public void run(Leg leg) {
      leg.record(tap);
    }

    @Override
    public void discard() {
      tap.end();
    }
  }

  private static void check(String what, int milliseconds, int min) {
    if (milliseconds < min || milliseconds > MAX_PRESS_MS) {
      throw new IllegalArgumentException(
          "The "
              + what
              + " is "
              + milliseconds
              + " ms; "
              + min
              + " to "
              + MAX_PRESS_MS
              + " ms is possible");
    }
  }
}
