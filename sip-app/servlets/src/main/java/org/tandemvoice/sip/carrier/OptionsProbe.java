package org.tandemvoice.sip.carrier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.carrier.control.ProviderHealth;
import org.tandemvoice.carrier.control.ProviderProbe;
import org.tandemvoice.extension.control.ContactHealth;
import org.tandemvoice.extension.control.ContactProbe;
import org.tandemvoice.extension.control.SipDomains;
import org.tandemvoice.sip.container.SipServices;
import org.tandemvoice.sip.uri.FlowUri;

/** Asks providers and phones by OPTIONS whether they are there (RFC 3261 section 11). */
@ApplicationScoped
public class OptionsProbe implements ProviderProbe, ContactProbe {

  private static final Logger LOG = System.getLogger(OptionsProbe.class.getName());
  private static final String WHEN_ANSWERED = OptionsProbe.class.getName();

  @Inject private SipServices container;
  @Inject private SipDomains domains;
  @Inject private ProviderHealth providers;
  @Inject private ContactHealth contacts;

  @Override
  public void ask(UUID provider, String uri) {
    ask(uri, "", () -> providers.answered(provider));
  }

  @Override
  public void ask(UUID binding, String contact, String flow) {
    ask(contact, flow, () -> contacts.answered(binding));
  }

  private void ask(String uri, String flow, Runnable whenAnswered) {
    try {
      SipApplicationSession application = container.factory().createApplicationSession();
      application.setExpires(1);
      application.setAttribute(WHEN_ANSWERED, whenAnswered);
      container.within(application, () -> send(application, uri, flow));
    } catch (IOException | IllegalStateException | IllegalArgumentException unreachable) {
      LOG.log(Level.DEBUG, () -> uri + " cannot be asked: " + unreachable);
    }
  }

  private void send(SipApplicationSession application, String uri, String flow) throws IOException {
    try {
      SipFactory factory = container.factory();
      String own = "sip:" + domains.publicAddressOf("probe");
      SipServletRequest options =
          factory.createRequest(application, "OPTIONS", own, "<" + uri + ">");
      options.setRequestURI(factory.createURI(uri));
      if (!flow.isEmpty()) {
        container.sendOver(options, FlowUri.parse(flow));
      }
      options.send();
    } catch (ServletParseException notAUri) {
      throw new IOException(notAUri);
    }
  }

  /** A response to one of our OPTIONS; the stack's own 408 for silence is none. */
  public void answered(SipServletResponse response) {
    SipApplicationSession application = response.getApplicationSession(false);
    if (application != null
        && application.isValid()
        && application.getAttribute(WHEN_ANSWERED) instanceof Runnable whenAnswered
        && response.getStatus() != SipServletResponse.SC_REQUEST_TIMEOUT) {
      whenAnswered.run();
    }
  }
}
