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
import org.tandemvoice.extension.control.SipDomains;
import org.tandemvoice.sip.container.SipServices;

/** Asks providers by OPTIONS whether they are there (RFC 3261 section 11). */
@ApplicationScoped
public class OptionsProbe implements ProviderProbe {

  private static final Logger LOG = System.getLogger(OptionsProbe.class.getName());
  private static final String PROVIDER = OptionsProbe.class.getName();

  @Inject private SipServices container;
  @Inject private SipDomains domains;
  @Inject private ProviderHealth health;

  @Override
  public void ask(UUID provider, String uri) {
    try {
      SipFactory factory = container.factory();
      SipApplicationSession application = factory.createApplicationSession();
      application.setExpires(1);
      container.within(application, () -> send(application, provider, uri));
    } catch (IOException | IllegalStateException unreachable) {
      LOG.log(Level.DEBUG, () -> "provider " + provider + " cannot be asked: " + unreachable);
    }
  }

  private void send(SipApplicationSession application, UUID provider, String uri)
      throws IOException {
    try {
      SipFactory factory = container.factory();
      String own = "sip:" + domains.publicAddressOf("probe");
      SipServletRequest options = factory.createRequest(application, "OPTIONS", own, uri);
      options.setRequestURI(factory.createURI(uri));
      application.setAttribute(PROVIDER, provider);
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
        && application.getAttribute(PROVIDER) instanceof UUID provider
        && response.getStatus() != SipServletResponse.SC_REQUEST_TIMEOUT) {
      health.answered(provider);
    }
  }
}
