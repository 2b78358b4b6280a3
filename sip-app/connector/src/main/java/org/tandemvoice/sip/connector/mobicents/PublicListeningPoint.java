package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.ListeningPointExt;
import javax.sip.SipProvider;
import org.mobicents.servlet.sip.SipConnector;
import org.mobicents.servlet.sip.core.ExtendedListeningPoint;

/** A listening point that shows one address in Via, Contact and Record-Route, to whomever. */
final class PublicListeningPoint extends ExtendedListeningPoint {

  private final String shown;

  PublicListeningPoint(
      SipProvider provider, ListeningPointExt point, SipConnector connector, String shown) {
    super(provider, point, connector);
    this.shown = shown;
    setGlobalIpAddress(shown);
    setGlobalPort(point.getPort());
  }

  @Override
  public String getIpAddress(boolean usePublicAddress) {
    return shown;
  }
}
