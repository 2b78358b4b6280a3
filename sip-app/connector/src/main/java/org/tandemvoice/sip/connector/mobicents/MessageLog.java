package org.tandemvoice.sip.connector.mobicents;

import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.message.SIPMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;
import javax.sip.SipStack;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import org.tandemvoice.sip.container.SipTracer;
import org.tandemvoice.sip.container.WireMessage;

/** The stack's log of all messages: shows those of calls to the application, and keeps none. */
public final class MessageLog implements ServerLogger {

  private static final Set<String> OUTSIDE_CALLS =
      Set.of("REGISTER", "OPTIONS", "SUBSCRIBE", "PUBLISH", "MESSAGE");

  private record Audience(SipTracer tracer, Clock clock) {}

  private final ThreadLocal<Instant> sendingSince = new ThreadLocal<>();
  private volatile Audience audience;

  void show(SipTracer tracer, Clock clock) {
    audience = new Audience(tracer, clock);
  }

  /** What this thread shows next as sent leaves now. */
  void sending() {
    Audience present = audience;
    if (present != null) {
      sendingSince.set(present.clock().instant());
    }
  }

  /** This thread has finished sending. */
  void sent() {
    sendingSince.remove();
  }

  @Override
  public void logMessage(SIPMessage message, String from, String to, boolean sender, long time) {
    Audience present = audience;
    CSeqHeader cseq = message.getCSeq();
    CallIdHeader callId = message.getCallId();
    if (present == null
        || cseq == null
        || callId == null
        || OUTSIDE_CALLS.contains(cseq.getMethod())) {
      return;
    }
    Instant since = sendingSince.get();
    present
        .tracer()
        .passed(
            new WireMessage(
                since == null || !sender ? present.clock().instant() : since,
                sender,
                from,
                to,
                callId.getCallId(),
                cseq.getMethod(),
                message.encode()));
  }

  @Override
  public void logMessage(
      SIPMessage message, String from, String to, String status, boolean sender, long time) {
    logMessage(message, from, to, sender, time);
  }

  @Override
  public void logMessage(
      SIPMessage message, String from, String to, String status, boolean sender) {
    logMessage(message, from, to, sender, 0);
  }

  @Override
  public void logException(Exception failure) {}

  @Override
  public void closeLogFile() {}

  @Override
  public void setStackProperties(Properties stackProperties) {}

  @Override
  public void setSipStack(SipStack sipStack) {}
}
