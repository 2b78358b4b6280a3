package org.tandemvoice.sip.connector.mobicents;

import gov.nist.core.net.DefaultSecurityManagerProvider;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Properties;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whom a TLS connection of ours may lead to: who has a certificate of an authority that this Java
 * trusts, or one that is in the platform's key store. The stack makes it by its class name.
 */
public final class TlsTrust extends DefaultSecurityManagerProvider {

  private TrustManager[] others;

  @Override
  public void init(Properties properties) throws GeneralSecurityException, IOException {
    super.init(properties);
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    add(trusted, "public", managers(null));
    add(trusted, "own", super.getTrustManagers(true));
    others = managers(trusted);
  }

  private static void add(KeyStore trusted, String prefix, TrustManager[] managers)
      throws GeneralSecurityException {
    for (TrustManager manager : managers) {
      if (manager instanceof X509TrustManager x509) {
        for (var issuer : x509.getAcceptedIssuers()) {
          trusted.setCertificateEntry(prefix + trusted.size(), issuer);
        }
      }
    }
  }

  /** Those of a store, or of this Java for null. */
  private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  @Override
  public TrustManager[] getTrustManagers(boolean client) {
    return client ? others.clone() : super.getTrustManagers(false);
  }
}
