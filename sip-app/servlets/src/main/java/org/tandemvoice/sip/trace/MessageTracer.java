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
public class MessageTracer implements SipTracer {

  @Inject private SipTraceBook book;

  /** Whether messages are kept at all; if not, none need be read from the wire. */
  public boolean isWanted() {
    return book.isOpen();
  }

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
