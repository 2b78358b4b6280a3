package org.tandemvoice.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.rtp.SoundSource;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.sip.UdpTransport;

/**
 * Many people behind one socket, who answer, are busy, have a machine, or do not come to the phone,
 * as their names say: {@code answer-1}, {@code busy-7}. It counts how often each was called and how
 * many were at a time.
 */
final class Crowd implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Sound BEEP = Sound.tone(1_000, 0.3, Duration.ofSeconds(10));

  private final UdpTransport transport = new UdpTransport();
  private final String address = transport.sentBy();
  private final ExecutorService people = Executors.newCachedThreadPool();
  private final Map<String, List<String>> calls = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> callers = new ConcurrentHashMap<>();
  private final AtomicInteger present = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final SoftPhone phone;

  private Crowd() {
    phone = SoftPhone.direct("crowd", transport).patience(LONGEST);
    phone.whenCalled(incoming -> people.submit(() -> take(incoming)));
  }

  static Crowd gathered() {
    return new Crowd();
  }

  /** The fields of a target with these people as its destinations, in this order. */
  String target(String... names) {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      fields
          .append(i == 0 ? "" : ",")
          .append("'destination_")
          .append(i)
          .append("':{'type':'sip','target':'")
          .append(uri(names[i]))
          .append("'}");
    }
    return fields.toString();
  }

  String uri(String name) {
    return "sip:" + name + "@" + address;
  }

  /** How often this one was called. */
  int calls(String name) {
    return calls.getOrDefault(name, List.of()).size();
  }

  /** How often anybody was called. */
  int calls() {
    return calls.values().stream().mapToInt(List::size).sum();
  }

  /** How often each of the servers has called, by its contact. */
  Map<String, AtomicInteger> callers() {
    return callers;
  }

  /** How often the server of this contact has called. */
  int callsFrom(String contact) {
    return callers.getOrDefault(contact, new AtomicInteger()).get();
  }

  /** How many were called at a time at most. */
  int most() {
    return most.get();
  }

  private void take(IncomingCall incoming) {
    String uri = incoming.invite().uri();
    String name = uri.substring("sip:".length(), uri.indexOf('@'));
    String id = incoming.invite().headers().first("Call-ID").orElseThrow();
    calls.computeIfAbsent(name, one -> new CopyOnWriteArrayList<>()).add(id);
    String contact = incoming.invite().headers().first("Contact").orElse("");
    callers
        .computeIfAbsent(contact.replaceFirst(".*@([^>;]*).*", "$1"), one -> new AtomicInteger())
        .incrementAndGet();
    most.accumulateAndGet(present.incrementAndGet(), Math::max);
    try {
      act(name.substring(0, name.indexOf('-')), incoming);
    } finally {
      present.decrementAndGet();
    }
  }

  private static void act(String kind, IncomingCall incoming) {
    switch (kind) {
      case "busy" -> incoming.rejectUnlessCanceled(486);
      case "silent" -> {
        incoming.ring();
        Waiting.until(incoming::isCanceled, LONGEST);
      }
      case "machine" ->
          incoming
              .answerUnlessCanceled()
              .ifPresent(
                  call -> {
                    call.media().say(SoundSource.once(BEEP));
                    untilItEnds(call);
                  });
      default -> {
        incoming.ring();
        incoming.answerUnlessCanceled().ifPresent(Crowd::untilItEnds);
      }
    }
  }

  /** Nobody stays at a phone that has gone dead. */
  private static void untilItEnds(Call call) {
    if (!Waiting.until(call::ended, LONGEST)) {
      call.media().stopSending();
    }
    call.media().close();
  }

  @Override
  public void close() {
    phone.close();
    people.shutdownNow();
  }
}
