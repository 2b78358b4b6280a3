package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.ListeningPointExt;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.TooManyListenersException;
import javax.sip.InvalidArgumentException;
import javax.sip.ObjectInUseException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import javax.sip.TransportNotSupportedException;
import org.mobicents.servlet.sip.SipConnector;
import org.mobicents.servlet.sip.core.SipApplicationDispatcher;
import org.tandemvoice.sip.connector.SipKeystore;
import org.tandemvoice.sip.connector.SipSettings;
import org.tandemvoice.sip.connector.SipStartException;

/** Opens the configured addresses, one provider for each. */
final class ListeningPoints {

  private final SipSettings settings;
  private final SipStack stack;
  private final SipApplicationDispatcher dispatcher;
  private final SipListener listener;
  private final List<SipConnector> opened = new ArrayList<>();

  ListeningPoints(
      SipSettings settings,
      SipStack stack,
      SipApplicationDispatcher dispatcher,
      SipListener listener) {
    this.settings = settings;
    this.stack = stack;
    this.dispatcher = dispatcher;
    this.listener = listener;
  }

  List<SipConnector> open() {
    open("udp", settings.addresses().port(), "SIP_PORT");
    open("tcp", settings.addresses().port(), "SIP_PORT");
    if (settings.addresses().wsPort() > 0) {
      open("ws", settings.addresses().wsPort(), "SIP_WS_PORT");
    }
    settings.keystore().ifPresent(this::openSecure);
    return opened;
  }

  private void openSecure(SipKeystore keystore) {
    open("tls", keystore.tlsPort(), "SIP_TLS_PORT");
    if (keystore.wssPort() > 0) {
      open("wss", keystore.wssPort(), "SIP_WSS_PORT");
    }
  }

  private void open(String transport, int port, String key) {
    String host = settings.addresses().host().getHostAddress();
    try {
      ListeningPointExt point =
          (ListeningPointExt) stack.createListeningPoint(host, port, transport);
      point.setSentBy(bracketed(settings.addresses().publicAddress()) + ":" + port);
      SipProvider provider = stack.createSipProvider(point);
      provider.addSipListener(listener);
      SipConnector connector = connector(transport, host, port);
      dispatcher
          .getSipNetworkInterfaceManager()
          .addExtendedListeningPoint(
              new PublicListeningPoint(
                  provider, point, connector, settings.addresses().publicAddress()));
      opened.add(connector);
    } catch (TransportNotSupportedException
        | InvalidArgumentException
        | ObjectInUseException
        | TooManyListenersException
        | java.text.ParseException e) {
      throw new SipStartException(cannotOpen(transport, host, port, key, e), e);
    }
  }

  private static String cannotOpen(
      String transport, String host, int port, String key, Exception reason) {
    String where = transport.toUpperCase(java.util.Locale.ROOT) + " port " + port + " of " + host;
    for (Throwable at = reason; at != null; at = at.getCause()) {
      if (at instanceof BindException) {
        return "SIP cannot listen on "
            + where
            + ": "
            + at.getMessage()
            + ". Set "
            + key
            + " to a free port, or SIP_HOST to an address of this host.";
      }
    }
    return "SIP cannot listen on " + where + " (" + key + "): " + reason.getMessage();
  }

  private static SipConnector connector(String transport, String host, int port) {
    SipConnector connector = new SipConnector();
    connector.setTransport(transport);
    connector.setIpAddress(host);
    connector.setPort(port);
    return connector;
  }

  private static String bracketed(String host) {
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }
}
