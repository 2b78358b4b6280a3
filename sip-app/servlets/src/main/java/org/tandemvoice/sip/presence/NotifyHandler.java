package org.tandemvoice.sip.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.sip.method.MethodHandler;
import org.tandemvoice.sip.pbx.PbxSubscriber;
import org.tandemvoice.sip.status.Refusal;

/**
 * NOTIFY (RFC 6665 section 4.1.3): of a telephone system that we have subscribed at, and what
 * phones answer to ours.
 */
@ApplicationScoped
public class NotifyHandler implements MethodHandler {

  @Inject private PbxSubscriber outside;
  @Inject private Watchers watchers;

  @Override
  public String method() {
    return "NOTIFY";
  }

  @Override
  public void handle(SipServletRequest notify) throws IOException {
    if (!outside.notified(notify)) {
      Refusal.of(SipServletResponse.SC_CALL_LEG_DONE).send(notify);
    }
  }

  @Override
  public void handle(SipServletResponse response) {
    watchers.answered(response);
  }
}
