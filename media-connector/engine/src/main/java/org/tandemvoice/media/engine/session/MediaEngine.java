package org.tandemvoice.media.engine.session;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.tandemvoice.media.MediaEvent;
import org.tandemvoice.media.MediaException;
import org.tandemvoice.media.MediaException.Reason;
import org.tandemvoice.media.MediaGauges;
import org.tandemvoice.media.MediaRoom;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.MediaSessionFactory;
import org.tandemvoice.media.RecordingSpec;
import org.tandemvoice.media.engine.fetch.MediaFetcher;
import org.tandemvoice.media.engine.leg.Leg;
import org.tandemvoice.media.engine.leg.LegContext;
import org.tandemvoice.media.engine.leg.Room;
import org.tandemvoice.media.engine.pace.NanoClock;
import org.tandemvoice.media.engine.pace.Wheel;
import org.tandemvoice.media.engine.prompt.MusicLibrary;
import org.tandemvoice.media.engine.prompt.PromptLoader;
import org.tandemvoice.media.engine.recording.Recorder;
import org.tandemvoice.media.engine.recording.RecordingListener;
import org.tandemvoice.media.engine.sdp.LocalEndpoint;
import org.tandemvoice.media.engine.sdp.SdpNegotiator;
import org.tandemvoice.media.engine.speech.SpeechProviders;
import org.tandemvoice.media.engine.speech.SpeechStatistics;
import org.tandemvoice.media.engine.speech.SpeechSynthesis;
import org.tandemvoice.media.engine.transport.LegPorts;
import org.tandemvoice.media.engine.transport.PacketReceiver;
import org.tandemvoice.media.engine.transport.PortPair;
import org.tandemvoice.media.engine.transport.PortPool;
import org.tandemvoice.media.fetch.AddressGuard;

/**
 * The media engine of this process. Its loops run until {@link #stop}; it starts no thread of its
 * own.
 */
public final class MediaEngine implements MediaSessionFactory, LegContext, RecordingListener {

  private final EngineSettings settings;
  private final EngineRuntime runtime;
  private final Consumer<MediaEvent> events;
  private final RandomGenerator random = new SecureRandom();
  private final PortPool ports;
  private final SpeechSynthesis speech;
  private final PromptLoader prompts;
  private final MusicLibrary music;
  private final Recorder recorder;
  private final List<PacketReceiver> receivers = new ArrayList<>();
  private final List<Wheel> wheels = new ArrayList<>();
  private final Map<UUID, EngineSession> sessions = new ConcurrentHashMap<>();
  private final Map<UUID, Room> rooms = new ConcurrentHashMap<>();
  private final Map<LegPorts, PacketReceiver> receiverOf = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  /**
   * Makes an engine and starts its loops. Events come from the loops' threads: the consumer must
   * return at once.
   *
   * @param loops receivers and wheels to run, each; at least one
   */
  public MediaEngine(
      EngineSettings settings, EngineRuntime runtime, int loops, Consumer<MediaEvent> events) {
    this.settings = settings;
    this.runtime = runtime;
    this.events = events;
    this.ports = new PortPool(settings.bindAddress(), settings.minPort(), settings.maxPort());
    this.speech = new SpeechSynthesis(SpeechProviders.of(settings.speech()), runtime.nanos());
    this.prompts =
        new PromptLoader(
            runtime.workers(),
            speech,
            new MediaFetcher(
                settings.folders().media(), new AddressGuard(settings.allowPrivateTargets())));
    this.music = new MusicLibrary(settings.folders().media().resolve("music"), runtime.workers());
    this.recorder = new Recorder(settings.folders().recordings(), runtime.workers(), this);
    for (int i = 0; i < Math.max(1, loops); i++) {
      receivers.add(new PacketReceiver(ports, runtime.nanos()));
      wheels.add(new Wheel(runtime.nanos()));
    }
    receivers.forEach(runtime.loops()::execute);
    wheels.forEach(runtime.loops()::execute);
    runtime.loops().execute(recorder);
    prompts.warmUp();
  }

  @Override
  public MediaSession open(UUID sessionId) {
    if (stopping) {
      throw new MediaException(Reason.STOPPING, "The media engine is stopping");
    }
    if (sessions.containsKey(sessionId)) {
      throw new MediaException(
          Reason.DUPLICATE, "The media session " + sessionId + " is open already");
    }
    PortPair pair =
        ports
            .reserve()
            .orElseThrow(
                () ->
                    new MediaException(
                        Reason.NO_PORT,
                        "Every RTP port from "
                            + settings.minPort()
                            + " to "
                            + settings.maxPort()
                            + " is in use"));
    LegPorts legPorts = new LegPorts(pair);
    Leg leg = new Leg(sessionId, legPorts, this, events);
    EngineSession session =
        new EngineSession(sessionId, leg, legPorts, negotiator(pair.rtpPort()), this);
    PacketReceiver receiver = receivers.get(Math.floorMod(pair.rtpPort() / 2, receivers.size()));
    receiverOf.put(legPorts, receiver);
    receiver.open(legPorts);
    // Who finds the session may play at once, and the leg must have a room then.
    Room room = Room.of(leg);
    if (sessions.putIfAbsent(sessionId, session) != null) {
      release(legPorts);
      throw new MediaException(
          Reason.DUPLICATE, "The media session " + sessionId + " is open already");
    }
    place(room);
    return session;
  }

  @Override
  public Optional<MediaSession> find(UUID sessionId) {
    return session(sessionId).map(MediaSession.class::cast);
  }

  @Override
  public Optional<MediaRoom> findRoom(UUID roomId) {
    return Optional.ofNullable(rooms.get(roomId))
        .map(room -> new EngineRoom(roomId, room, recorder));
  }

  @Override
  public boolean canAnswer(String sdpOffer) {
    return SdpNegotiator.canAnswer(sdpOffer, endpoint(settings.minPort()));
  }

  @Override
  public MediaGauges gauges() {
    long lateness = wheels.stream().mapToLong(Wheel::latenessMicros).max().orElse(0);
    return new MediaGauges(sessions.size(), ports.free(), lateness);
  }

  @Override
  public boolean resumeRecording(UUID sessionId, UUID recordingId, RecordingSpec spec) {
    return recorder.resume(sessionId, recordingId, spec);
  }

  @Override
  public void removeRecording(UUID recordingId) {
    recorder.files().remove(recordingId);
  }

  @Override
  public Set<UUID> recordingsKept() {
    return recorder.files().ids();
  }

  /** Frames that recordings could not take in time since the start. */
  public long missedRecordingFrames() {
    return recorder.missedFrames();
  }

  /** How often speech was at hand already. */
  public SpeechStatistics speechStatistics() {
    return speech.statistics();
  }

  /** Ends the loops and closes every socket. Nothing can be opened any more. */
  public void stop() {
    stopping = true;
    sessions.clear();
    recorder.stop();
    wheels.forEach(Wheel::stop);
    receivers.forEach(PacketReceiver::stop);
  }

  @Override
  public Clock clock() {
    return runtime.clock();
  }

  @Override
  public NanoClock nanos() {
    return runtime.nanos();
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Duration silence() {
    return settings.rtpSilence();
  }

  @Override
  public void place(Room room) {
    room.turnOn(wheels.stream().min(Comparator.comparingInt(Wheel::load)).orElseThrow());
  }

  @Override
  public void release(LegPorts legPorts) {
    receiverOf.remove(legPorts).close(legPorts);
  }

  @Override
  public void recordingFinished(UUID sessionId, UUID recordingId, Path file, Duration duration) {
    events.accept(new MediaEvent.RecordingFinished(sessionId, recordingId, file, duration));
  }

  @Override
  public void recordingFailed(UUID sessionId, UUID recordingId, String reason) {
    events.accept(new MediaEvent.RecordingFailed(sessionId, recordingId, reason));
  }

  Optional<EngineSession> session(UUID sessionId) {
    return Optional.ofNullable(sessions.get(sessionId));
  }

  PromptLoader prompts() {
    return prompts;
  }

  MusicLibrary music() {
    return music;
  }

  Recorder recorder() {
    return recorder;
  }

  /** The room of that id, which counts on the caller to enter it. */
  Room room(UUID roomId) {
    return rooms.compute(roomId, (id, room) -> room != null && room.expect() ? room : openRoom(id));
  }

  private Room openRoom(UUID roomId) {
    // The room that has just ended may still take itself out; it must not take out its successor.
    Room[] opened = new Room[1];
    opened[0] = Room.open(() -> rooms.remove(roomId, opened[0]));
    place(opened[0]);
    return opened[0];
  }

  void closed(EngineSession session) {
    sessions.remove(session.id(), session);
  }

  private SdpNegotiator negotiator(int rtpPort) {
    // RFC 8866 section 5.2: unique for this origin; 31 bits are read by every phone.
    return new SdpNegotiator(endpoint(rtpPort), random.nextInt(1, Integer.MAX_VALUE / 2));
  }

  /** Where parties send to. */
  InetSocketAddress local(int rtpPort) {
    return new InetSocketAddress(settings.publicAddress(), rtpPort);
  }

  private LocalEndpoint endpoint(int rtpPort) {
    return new LocalEndpoint(settings.publicAddress(), rtpPort, this::canReach);
  }

  private boolean canReach(InetAddress address) {
    boolean isSameFamily =
        address instanceof Inet6Address == settings.bindAddress() instanceof Inet6Address;
    return isSameFamily || settings.bindAddress().isAnyLocalAddress() && ports.speaksIp6();
  }
}
