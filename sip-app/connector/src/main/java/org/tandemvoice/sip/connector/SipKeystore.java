package org.tandemvoice.sip.connector;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/**
 * Where the certificate of TLS and secure WebSocket is.
 *
 * @param file path of a PKCS12 or JKS file
 * @param wssPort 0 is off
 */
public record SipKeystore(String file, String password, int tlsPort, int wssPort) {

  /** Opens the file with the password, to find out now rather than at the first connection. */
  SipKeystore opened() {
    try {
      KeyStore.getInstance(new File(file), password.toCharArray());
      return this;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "SIP_KEYSTORE cannot be opened with SIP_KEYSTORE_PASSWORD: "
              + file
              + ": "
              + e.getMessage(),
          e);
    }
  }

  @Override
  public String toString() {
    return "SipKeystore[" + file + ", tlsPort=" + tlsPort + ", wssPort=" + wssPort + "]";
  }
}
