package org.tandemvoice.sip.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.tandemvoice.sip.container.SipTracer;
import org.tandemvoice.sip.container.WireMessage;
import org.tandemvoice.timeline.control.SipTraceBook;
import org.tandemvoice.timeline.entity.TraceEntry;
import org.tandemvoice.timeline.entity.TraceKind;

/** Writes what passes on the wire into the book of SIP messages. */
@ApplicationScoped
public class CallTracer implements SipTracer {

  @Inject private SipTraceBook book;

  @Override
  public void passed(WireMessage message) {
    book.passed(
        message.callId(),
        new TraceEntry(
            message.at(),
            message.sent() ? TraceKind.SENT : TraceKind.RECEIVED,
            message.source(),
            message.destination(),
            message.method(),
            message.text()));
  }
}
