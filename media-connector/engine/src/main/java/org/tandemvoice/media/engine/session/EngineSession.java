package org.tandemvoice.media.engine.session;

import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.MediaStatistics;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.media.engine.leg.Leg;
import org.tandemvoice.media.engine.leg.LegCommand;
import org.tandemvoice.media.engine.leg.Room;
import org.tandemvoice.media.engine.prompt.Playback;
import org.tandemvoice.media.engine.sdp.NegotiatedMedia;
import org.tandemvoice.media.engine.sdp.SdpNegotiator;
import org.tandemvoice.media.engine.transport.LegPorts;

/** A session: negotiates on the caller's thread, everything else is a command to its leg. */
final class EngineSession implements MediaSession {

  private final UUID id;
  private final Leg leg;
  private final LegPorts ports;
  private final SdpNegotiator negotiator;
  private final MediaEngine engine;
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
  public void play(UUID playbackId, Prompt prompt) {
    Playback playback = engine.prompts().load(playbackId, prompt);
    leg.execute(l -> l.playbacks().add(playback));
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
  public MediaStatistics statistics() {
    return leg.statistics();
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
    leg.execute(l -> l.apply(media));
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
}
