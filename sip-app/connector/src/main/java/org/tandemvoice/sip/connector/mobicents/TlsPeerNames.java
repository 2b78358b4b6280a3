package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.ClientTransactionExt;
import gov.nist.javax.sip.TlsSecurityPolicy;
import gov.nist.javax.sip.stack.NioTlsMessageChannel;
import gov.nist.javax.sip.stack.SIPTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.RouteHeader;
import javax.sip.message.Request;

/**
 * Sends nothing over a TLS connection of ours whose certificate is of somebody else (RFC 5922
 * section 7.4). A wildcard stands for one label: what section 7.2 forbids, providers rely on.
 */
public final class TlsPeerNames implements TlsSecurityPolicy {

  private static final Logger LOG = System.getLogger(TlsPeerNames.class.getName());
  private static final int DNS_NAME = 2;
  private static final int SIP_URI = 6;
  private static final int IP_ADDRESS = 7;

  @Override
  public void enforceTlsPolicy(ClientTransactionExt transaction) {
    if (!(transaction instanceof SIPTransaction ours)
        || !(ours.getMessageChannel() instanceof NioTlsMessageChannel channel)) {
      return; // a connection that a peer has opened
    }
    String wanted = nextHop(transaction.getRequest());
    try {
      Certificate[] chain = StackFields.session(channel).getPeerCertificates();
      List<String> names = chain[0] instanceof X509Certificate leaf ? names(leaf) : List.of();
      if (names.stream().noneMatch(name -> matches(name, wanted))) {
        throw refused("the certificate of " + wanted + " is for " + names);
      }
    } catch (SSLPeerUnverifiedException | CertificateParsingException | InvalidNameException none) {
      throw refused("no usable certificate of " + wanted + ": " + none.getMessage());
    }
  }

  /** The stack closes the connection and says nothing of why. */
  private static SecurityException refused(String why) {
    LOG.log(Level.WARNING, "TLS connection closed: " + why);
    return new SecurityException(why);
  }

  private static String nextHop(Request request) {
    RouteHeader route = (RouteHeader) request.getHeader(RouteHeader.NAME);
    URI uri = route == null ? request.getRequestURI() : route.getAddress().getURI();
    return uri instanceof SipURI sip ? sip.getHost() : uri.toString();
  }

  /** Section 7.1: the subject counts only where there is no alternative name. */
  static List<String> names(X509Certificate certificate)
      throws CertificateParsingException, InvalidNameException {
    Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
    List<String> names = new ArrayList<>();
    if (alternatives == null) {
      new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("cn"))
              .forEach(part -> names.add(part.getValue().toString()));
      return names;
    }
    for (List<?> alternative : alternatives) {
      String value = alternative.get(1).toString();
      switch ((Integer) alternative.get(0)) {
        case DNS_NAME, IP_ADDRESS -> names.add(value);
        case SIP_URI -> {
          if (value.startsWith("sip:") && !value.contains("@")) {
            names.add(value.substring("sip:".length()));
          }
        }
        default -> {
          // of no meaning for SIP
        }
      }
    }
    return names;
  }

  static boolean matches(String name, String wanted) {
    String pattern = name.toLowerCase(Locale.ROOT);
    String host = wanted.toLowerCase(Locale.ROOT);
    int dot = host.indexOf('.');
    return pattern.equals(host)
        || pattern.startsWith("*.") && dot > 0 && pattern.substring(1).equals(host.substring(dot));
  }
}
