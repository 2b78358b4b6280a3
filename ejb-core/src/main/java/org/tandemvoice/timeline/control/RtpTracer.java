package org.tandemvoice.timeline.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.tandemvoice.call.control.AfterCommit;
import org.tandemvoice.call.control.CallClosed;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.command.ControlMedia;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.media.MediaPacket;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.MediaSessionFactory;

/**
 * Has the RTP of calls copied from their answer on, if their customer or its number asks for it by
 * {@code rtp_debug}, and collects the copies. A few calls at a time: who debugs needs no more, and
 * copies fill the database fast.
 */
@ApplicationScoped
public class RtpTracer {

  private static final int MOST_CALLS = 20;

  private record Ending(CallId call, List<MediaPacket> packets) {}

  @Inject private AfterCommit afterCommit;
  @Inject private RtpDebugged debugged;
  @Inject private SipTraceSettings settings;

  @Resource(lookup = "java:/eis/Media")
  private MediaSessionFactory media;

  private final Set<CallId> watched = ConcurrentHashMap.newKeySet();
  private final Queue<Ending> endings = new ConcurrentLinkedQueue<>();

  void happened(@Observes CallFact fact) {
    if (fact instanceof CallFact.Answered answered
        && settings.packets() > 0
        && watched.size() < MOST_CALLS
        && debugged.has(answered.call())) {
      watched.add(answered.call().id());
      afterCommit.send(
          new ControlMedia(
              answered.call(),
              "capture",
              session -> session.capture(settings.packets(), settings.packetBytes())));
    }
  }

  /** Its media closes when this is committed. */
  void closed(@Observes CallClosed event) {
    CallId call = event.call().id();
    if (watched.remove(call)) {
      endings.add(new Ending(call, collect(call)));
    }
  }

  /** What was copied and not collected yet, as records of a capture file. */
  Map<CallId, byte[]> take() {
    Map<CallId, ByteArrayOutputStream> taken = new HashMap<>();
    for (CallId call : watched) {
      write(call, collect(call), taken);
    }
    for (Ending ending = endings.poll(); ending != null; ending = endings.poll()) {
      write(ending.call(), ending.packets(), taken);
    }
    Map<CallId, byte[]> records = new HashMap<>();
    taken.forEach((call, bytes) -> records.put(call, bytes.toByteArray()));
    return records;
  }

  private List<MediaPacket> collect(CallId call) {
    return media.find(call.value()).map(MediaSession::captured).orElse(List.of());
  }

  private static void write(
      CallId call, List<MediaPacket> packets, Map<CallId, ByteArrayOutputStream> taken) {
    for (MediaPacket packet : packets) {
      taken
          .computeIfAbsent(call, any -> new ByteArrayOutputStream())
          .writeBytes(Pcap.record(packet));
    }
  }
}
