package org.tandemvoice.media.engine.leg;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.tandemvoice.media.MediaEvent;
import org.tandemvoice.media.MuteDirection;
import org.tandemvoice.media.engine.audio.FrameConverter;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.codec.AudioCodec;
import org.tandemvoice.media.engine.dtmf.DigitListener;
import org.tandemvoice.media.engine.jitter.Playout;
import org.tandemvoice.media.engine.prompt.Music;
import org.tandemvoice.media.engine.prompt.PlaybackListener;
import org.tandemvoice.media.engine.prompt.PlaybackQueue;
import org.tandemvoice.media.engine.recording.RecordingTap;
import org.tandemvoice.media.engine.rtcp.ReceptionStatistics;
import org.tandemvoice.media.engine.rtcp.RtcpSession;
import org.tandemvoice.media.engine.sdp.NegotiatedMedia;
import org.tandemvoice.media.engine.transport.LegPorts;
import org.tandemvoice.media.engine.transport.PacketRing;

/**
 * One party on the packet path. Its room calls {@link #listen} and {@link #speak} once per frame;
 * every other thread only leaves commands.
 */
public final class Leg implements DigitListener, PlaybackListener {

  private static final int MAX_DATAGRAM = 2_048;
  private static final int FRAMES_PER_SECOND = 50;

  private final UUID sessionId;
  private final LegContext context;
  private final LegPorts ports;
  private final Consumer<MediaEvent> events;
  private final LegCommands commands = new LegCommands();
  private final LegReceiver receiver;
  private final LegSender sender;
  private final RtcpSession rtcp;
  private final LegTraffic traffic;
  private final Hearing hearing = new Hearing(this);
  private final Holding holding;
  private final Attention attention;
  private final Keypad keys;
  private final Tapes recordings = new Tapes();
  private final byte[] datagram = new byte[MAX_DATAGRAM];
  private final ByteBuffer waiting = ByteBuffer.wrap(datagram);
  private final short[] said = new short[Room.MAX_FRAME];
  private final FrameConverter toRoom = new FrameConverter();
  private final FrameConverter fromRoom = new FrameConverter();
  private final ByteBuffer report;
  private volatile Room room;
  private Room destination;
  private boolean negotiated;
  private boolean shifted;
  private boolean dumb;
  private boolean hushed;
  private AudioCodec codec;
  private boolean hasForeign;
  private Playout.Coded codedFrame = Playout.Coded.PAUSE;
  private Set<UUID> audience = Set.of();
  private volatile int rateHz = Pcm.ENGINE_RATE_HZ;
  private volatile boolean closed;

  public Leg(UUID sessionId, LegPorts ports, LegContext context, Consumer<MediaEvent> events) {
    this.sessionId = sessionId;
    this.ports = ports;
    this.context = context;
    this.events = events;
    ReceptionStatistics reception = new ReceptionStatistics();
    receiver = new LegReceiver(reception, this, recordings, context.silence().toNanos());
    sender = new LegSender(ports, context.random());
    rtcp = new RtcpSession(context.clock(), reception, sender.ssrc(), sessionId + "@tandem");
    holding = new Holding(on -> events.accept(new MediaEvent.PartyHeld(sessionId, on)));
    attention = new Attention(sessionId, events);
    keys = new Keypad(sessionId, sender, events);
    traffic = new LegTraffic(reception, rtcp, receiver, sender);
    report = ByteBuffer.wrap(rtcp.packet());
  }

  /** Leaves a command for the owner thread. After the leg has closed it is discarded. */
  public void execute(LegCommand command) {
    commands.add(command);
    if (closed) {
      commands.discard();
    }
  }

  /**
   * The party has waited long enough for what it hears first: its frames are due from now on. Does
   * nothing later on, nor where others would notice. May be called by any thread.
   */
  public void hasten() {
    room.hasten();
  }

  /** Samples a second of what the party says and hears; may be called by any thread. */
  public int rateHz() {
    return rateHz;
  }

  /** What passes here, for statistics and copies. */
  public LegTraffic traffic() {
    return traffic;
  }

  /**
   * Owner thread: uses what was agreed from this frame on.
   *
   * @param ifHeld what others hear in the party's place if it wants to hear nothing
   */
  public void apply(NegotiatedMedia media, Optional<Music> ifHeld) {
    long now = context.nanos().nanos();
    rateHz = media.codec().sampleRateHz();
    codec = media.codec();
    hasForeign = !codec.canBeHandedOn();
    receiver.apply(media, now);
    sender.apply(media);
    holding.byParty(ifHeld);
    attention.hearDigits(media.eventPayloadType().isEmpty());
    if (!negotiated) {
      rtcp.start(now);
      negotiated = true;
    }
  }

  /** Owner thread: the prompts this party hears. */
  public PlaybackQueue playbacks() {
    return hearing.playbacks();
  }

  /** Owner thread: what the party hears in place of the others; empty for the others again. */
  public void music(Optional<Music> music) {
    hearing.music(music);
  }

  /** Owner thread: the party hears silence in place of the others. */
  public void silence(boolean on) {
    hearing.silence(on);
  }

  /** Owner thread: the platform holds the party; its music and the others', or empty again. */
  public void hold(Optional<Music> own, Optional<Music> others) {
    hearing.hold(own);
    holding.byPlatform(others);
  }

  /** Owner thread: holds back what the party hears or says. */
  public void mute(MuteDirection direction) {
    hearing.deafen(direction.deafens());
    dumb = direction.silences();
  }

  /** Owner thread: who hears this party; everybody if empty. */
  public void speakOnlyTo(Set<UUID> sessionIds) {
    hushed = sessionIds.size() == 1 && sessionIds.contains(sessionId);
    audience = hushed ? Set.of() : sessionIds;
  }

  /** Owner thread: presses keys. */
  public void dial(UUID sendingId, String digits, int durationMs, int intervalMs) {
    keys.dial(sendingId, digits, durationMs, intervalMs);
  }

  /** Owner thread: leaves keys to signaling that the party does not take as events. */
  public void signalDigits(boolean on) {
    keys.signal(on);
  }

  /** Owner thread: judges from now on who answered. */
  public void detectAnswerer(Duration timeout) {
    attention.detectAnswerer(timeout);
  }

  /** Owner thread: records into that tap from this frame on. */
  public void record(RecordingTap tap) {
    recordings.add(tap);
  }

  /** Owner thread: ends a recording, if there is one of that id. */
  public void stopRecording(UUID recordingId) {
    recordings.stop(recordingId);
  }

  /** Owner thread: goes to another room at the end of this command. */
  public void moveTo(Room other) {
    destination = other;
  }

  /** Owner thread: goes to a room of its own if it is in one that others are in or may enter. */
  public void moveOut() {
    if (room.isShared()) {
      destination = Room.forArrivals(1);
      context.place(destination);
    }
  }

  /** Owner thread: says goodbye and gives the ports back. */
  public void close() {
    if (negotiated) {
      long now = context.nanos().nanos();
      sendReport(rtcp.farewell(now, sender.timestamp(), sender.packets(), sender.octets()), now);
    }
    closed = true;
    recordings.end();
    context.release(ports);
    commands.discard();
  }

  @Override
  public void digitBegan(char digit) {
    if (!dumb && !holding.isOn()) {
      room.digitBegan(this, digit);
    }
  }

  @Override
  public void digitEnded(char digit, int durationMs) {
    room.digitEnded(this, durationMs);
    events.accept(new MediaEvent.DigitReceived(sessionId, digit, durationMs));
  }

  @Override
  public void playbackFinished(UUID playbackId) {
    events.accept(new MediaEvent.PlaybackFinished(sessionId, playbackId));
  }

  @Override
  public void playbackFailed(UUID playbackId, String reason) {
    events.accept(new MediaEvent.PlaybackFailed(sessionId, playbackId, reason));
  }

  @Override
  public String toString() {
    return "leg " + sessionId;
  }

  void entered(Room newRoom) {
    room = newRoom;
    destination = null;
  }

  /** Where the leg wants to go; null while it stays. */
  Room destination() {
    return destination;
  }

  boolean isClosed() {
    return closed;
  }

  Keypad keys() {
    return keys;
  }

  /** Lets its frames be due at another time; false if it is recorded or did so before. */
  boolean shift() {
    boolean first = !shifted && recordings.isEmpty();
    shifted |= first;
    return first;
  }

  /** What the party said in this frame, after {@link #listen}; once in a frame. */
  short[] saidAt(int roomRateHz) {
    return holding.isOn()
        ? holding.frame(roomRateHz, room.isBridge())
        : toRoom.convert(said, rateHz, roomRateHz);
  }

  /** There was no time for so many frames: the party has heard nothing in them. */
  void leaveOut(long nowNanos, int frames) {
    takeReceived();
    receiver.leaveOut(nowNanos, said, frames, isWhole());
    sender.leaveOut(frames);
  }

  /**
   * Runs commands until one leads away, else takes what came and gives a frame of what was said.
   *
   * @param coded leaves the frame as it came, for {@link #handOn}
   */
  void listen(long nowNanos, boolean coded) {
    commands.run(this);
    if (closed || destination != null) {
      return;
    }
    takeReceived();
    if (receiver.isDry()) {
      ports.hurry(waiting, context.nanos());
      takeReceived();
    }
    if (coded) {
      Arrays.fill(said, (short) 0);
      codedFrame = receiver.coded(nowNanos, codec);
      hasForeign |= codedFrame == Playout.Coded.FOREIGN;
    } else {
      hear(nowNanos);
    }
    if (receiver.fallsSilent(nowNanos)) {
      events.accept(new MediaEvent.RtpSilent(sessionId, context.silence()));
    }
  }

  private void takeReceived() {
    PacketRing ring = ports.received();
    for (int length = ring.poll(datagram); length > 0; length = ring.poll(datagram)) {
      if (ring.polledControl()) {
        rtcp.receive(datagram, length, ring.polledArrivalNanos());
        sender.expectLoss(rtcp.lossPercent());
      } else {
        receiver.packet(datagram, length, ring.polledArrivalNanos());
      }
    }
  }

  private void hear(long nowNanos) {
    receiver.frame(nowNanos, said, isWhole());
    if (attention.isNeeded()) {
      attention.hear(said, rateHz);
    }
    if (dumb || hushed) {
      Arrays.fill(said, (short) 0);
    }
  }

  private boolean isWhole() {
    return !recordings.isEmpty() && !dumb && !hushed;
  }

  /**
   * Whether frames of the two, alone in a bridge, can be handed on as they come: both speak the
   * same codec and nobody else has to hear, change or replace what they say.
   */
  boolean handsOnTo(Leg other) {
    return codec == other.codec && isPlain() && other.isPlain();
  }

  private boolean isPlain() {
    return negotiated
        && !hasForeign
        && !dumb
        && !hushed
        && !holding.isOn()
        && audience.isEmpty()
        && recordings.isEmpty()
        && hearing.isOpen()
        && !attention.isNeeded()
        && keys.isIdle()
        && sender.sendsEveryFrame();
  }

  /** Sends what the other party said in this frame as it came. */
  void handOn(Leg from, long nowNanos) {
    // The codec may have been renegotiated in this very frame.
    Playout.Coded kind = from.codec == codec ? from.codedFrame : Playout.Coded.PAUSE;
    sender.coded(kind, from.receiver.payload(), from.receiver.payloadLength(), nowNanos);
    report(nowNanos);
  }

  /** Sends what the party hears: something of its own if there is, else the room's frame. */
  void speak(long nowNanos, short[] room, int roomRateHz) {
    short[] chosen = hearing.choose(fromRoom.convert(room, roomRateHz, rateHz), said, rateHz);
    short[] heard = keys.frame(chosen, rateHz);
    sender.frame(heard, rateHz / FRAMES_PER_SECOND, nowNanos);
    recordings.frame(said, heard, rateHz / FRAMES_PER_SECOND);
    report(nowNanos);
  }

  private void report(long nowNanos) {
    if (negotiated && rtcp.isDue(nowNanos)) {
      sendReport(
          rtcp.report(nowNanos, sender.timestamp(), sender.packets(), sender.octets()), nowNanos);
    }
  }

  /** Whether that leg hears this one when both are in a room. */
  boolean speaksTo(Leg listener) {
    return audience.isEmpty() || audience.contains(listener.sessionId);
  }

  /** Whether everybody in the room hears this leg. */
  boolean speaksToAll() {
    return audience.isEmpty();
  }

  private void sendReport(int length, long nowNanos) {
    report.clear().limit(length);
    ports.sendRtcp(report, nowNanos);
  }
}
