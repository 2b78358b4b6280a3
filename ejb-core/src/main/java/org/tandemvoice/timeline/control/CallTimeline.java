package org.tandemvoice.timeline.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.Activeflows;
import org.tandemvoice.flow.entity.Activeflow;
import org.tandemvoice.flow.entity.ExecutedAction;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.OutboxEvent;
import org.tandemvoice.time.control.Timestamps;
import org.tandemvoice.timeline.entity.TraceEntry;
import org.tandemvoice.timeline.entity.TraceKind;

/**
 * All that happened in a call, in one order: events of the call and of its flow, and SIP messages
 * (inventory section 33, contract section 17).
 */
@Stateless
public class CallTimeline {

  private static final int MOST_EVENTS = 10_000;

  private record Entry(Instant at, String type, JsonObject data) {}

  @Inject private Activeflows activeflows;
  @Inject private Calls calls;
  @Inject private Outbox outbox;
  @Inject private RtpCaptures captures;
  @Inject private SipTraces traces;
  @Inject private SipTraceWatch watch;
  @Inject private Timestamps timestamps;

  /**
   * The whole call, oldest first: {@code timestamp}, {@code event_type}, {@code data}. SIP messages
   * have the type {@code sip_message}, actions of the flow that were begun {@code action_executed},
   * keys {@code dtmf_received}, what was measured on the media {@code media_statistics}: the last
   * of them when the call has ended.
   *
   * @throws PlatformException {@code CALL_NOT_FOUND}
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public JsonObject whole(CustomerId customer, UUID id) {
    Call call = call(customer, id);
    List<Entry> entries = new ArrayList<>();
    events(customer, id, entries);
    events(customer, call.activeflowId(), entries);
    activeflows.find(customer, call.activeflowId()).ifPresent(flow -> actions(flow, entries));
    for (TraceEntry message : noted(id)) {
      entries.add(entry(message));
    }
    entries.sort(Comparator.comparing(Entry::at));
    JsonArrayBuilder result = JSON.createArrayBuilder();
    for (Entry entry : entries) {
      result.add(
          JSON.createObjectBuilder()
              .add("timestamp", timestamps.text(entry.at()))
              .add("event_type", entry.type())
              .add("data", entry.data()));
    }
    return JSON.createObjectBuilder().add("result", result).build();
  }

  private Entry entry(TraceEntry noted) {
    return switch (noted.kind()) {
      case RECEIVED, SENT -> new Entry(noted.at(), "sip_message", json(noted));
      case KEY -> new Entry(noted.at(), "dtmf_received", key(noted));
      case MEDIA -> new Entry(noted.at(), "media_statistics", JsonText.object(noted.text()));
    };
  }

  private void events(CustomerId customer, UUID resource, List<Entry> entries) {
    for (OutboxEvent event : outbox.of(customer, resource, 0, MOST_EVENTS)) {
      entries.add(new Entry(event.createdAt(), event.eventType(), JsonText.object(event.data())));
    }
  }

  /** Of an action that is over in a moment no event remains; each has its time. */
  private void actions(Activeflow flow, List<Entry> entries) {
    for (ExecutedAction executed : activeflows.executed(flow, MOST_EVENTS)) {
      JsonObject action = JsonText.object(executed.action());
      timestamps
          .parse(action.getString("tm_execute", ""))
          .ifPresent(at -> entries.add(new Entry(at, "action_executed", action)));
    }
  }

  /**
   * {@code sip_messages} and {@code rtcp_stats} (contract appendix A); the latter are 0 while
   * nothing has been measured.
   *
   * @throws PlatformException {@code CALL_NOT_FOUND}
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public JsonObject sipAnalysis(CustomerId customer, UUID id) {
    Call call = call(customer, id);
    JsonArrayBuilder messages = JSON.createArrayBuilder();
    messages(id).forEach(message -> messages.add(json(message)));
    return JSON.createObjectBuilder()
        .add("sip_messages", messages)
        .add("rtcp_stats", statistics(call))
        .build();
  }

  private static JsonObjectBuilder statistics(Call call) {
    JsonObject measured =
        call.media().isEmpty() ? JsonObject.EMPTY_JSON_OBJECT : JsonText.object(call.media());
    return JSON.createObjectBuilder()
        .add("mos", number(measured, "mos"))
        .add("jitter", Math.round(number(measured, "jitter")))
        .add("packet_loss_pct", number(measured, "packet_loss"))
        .add("rtt", Math.round(number(measured, "rtt")))
        .add(
            "rtp_packets",
            Math.round(number(measured, "packets_sent") + number(measured, "packets_received")));
  }

  private static double number(JsonObject measured, String name) {
    return measured.containsKey(name) ? measured.getJsonNumber(name).doubleValue() : 0;
  }

  /**
   * The SIP messages as a capture file, and the RTP packets if the customer wanted to have them.
   *
   * @throws PlatformException {@code CALL_NOT_FOUND}
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public byte[] pcap(CustomerId customer, UUID id) {
    call(customer, id);
    return Pcap.of(messages(id), captures.of(id));
  }

  private List<TraceEntry> messages(UUID id) {
    return noted(id).stream().filter(entry -> entry.kind().isSip()).toList();
  }

  private List<TraceEntry> noted(UUID id) {
    watch.store();
    return traces.of(id);
  }

  private static JsonObject key(TraceEntry entry) {
    return JSON.createObjectBuilder().add("digit", entry.text()).build();
  }

  private JsonObject json(TraceEntry message) {
    HostPort source = HostPort.of(message.source());
    HostPort destination = HostPort.of(message.destination());
    return JSON.createObjectBuilder()
        .add("timestamp", timestamps.text(message.at()))
        .add("direction", message.kind() == TraceKind.SENT ? "sent" : "received")
        .add("method", message.method())
        .add("src_ip", source.host())
        .add("src_port", source.port())
        .add("dst_ip", destination.host())
        .add("dst_port", destination.port())
        .add("raw", message.text())
        .build();
  }

  private Call call(CustomerId customer, UUID id) {
    return calls
        .find(customer, id)
        .orElseThrow(
            () -> new PlatformException(ErrorCode.CALL_NOT_FOUND, "there is no call " + id));
  }
}
