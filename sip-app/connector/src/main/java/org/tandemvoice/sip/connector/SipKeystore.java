package org.tandemvoice.sip.connector;

/**
 * Where the certificate of TLS and secure WebSocket is.
 *
 * @param file path of a PKCS12 or JKS file
 * @param wssPort 0 is off
 */
public record SipKeystore(String file, String password, int tlsPort, int wssPort) {

  @Override
  public String toString() {
    return "SipKeystore[" + file + ", tlsPort=" + tlsPort + ", wssPort=" + wssPort + "]";
  }
}
