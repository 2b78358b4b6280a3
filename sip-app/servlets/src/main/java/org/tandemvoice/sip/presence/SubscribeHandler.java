package org.tandemvoice.sip.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.sip.method.MethodHandler;
import org.tandemvoice.sip.pbx.PbxSubscriber;
import org.tandemvoice.sip.status.Refusal;

/** SUBSCRIBE (RFC 6665 section 4.2.1), and the answers to ours. */
@ApplicationScoped
public class SubscribeHandler implements MethodHandler {

  @Inject private PbxSubscriber outside;

  @Override
  public String method() {
    return "SUBSCRIBE";
  }

  /** No event is known yet by which anything could be told. */
  @Override
  public void handle(SipServletRequest subscribe) throws IOException {
    Refusal.of(SipServletResponse.SC_BAD_EVENT).send(subscribe);
  }

  @Override
  public void handle(SipServletResponse response) {
    outside.responded(response);
  }
}
