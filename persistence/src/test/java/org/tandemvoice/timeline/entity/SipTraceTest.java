package org.tandemvoice.timeline.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandemvoice.call.entity.CallId;

class SipTraceTest {

  @Test
  void givesBackWhatItPacked() {
    Instant at = Instant.parse("2026-02-21T10:00:00.123456Z");
    List<TraceEntry> messages =
        List.of(
            new TraceEntry(
                at, TraceKind.SENT, "10.0.0.1:5060", "[::1]:5061", "INVITE", "INVITE \u00e9\r\n"),
            new TraceEntry(at, TraceKind.RECEIVED, "[::1]:5061", "10.0.0.1:5060", "INVITE", ""));
    SipTrace trace = new SipTrace(new UUID(0, 1), new CallId(new UUID(0, 2)), messages, at);

    assertThat(trace.entries()).isEqualTo(messages);
  }
}
