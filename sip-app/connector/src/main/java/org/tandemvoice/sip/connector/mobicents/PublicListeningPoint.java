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
    // Otherwise each request would ask DNS for the host it names, which may take seconds, only to
    // choose between two addresses that are the same.
    setUseStaticAddress(true);
  }

  @Override
  public String getIpAddress(boolean usePublicAddress) {
    return shown;
  }
}
