package org.tandemvoice.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of this machine's loopback address, made by the JDK's keytool for one test. */
public final class TestCertificate {

  private static final String PASSWORD = "tandem-test";

  private final Path file;

  private TestCertificate(Path file) {
    this.file = file;
  }

  /** Makes a key and a certificate in a key store in the folder of this run. */
  public static TestCertificate make(String name) {
    try {
      Path folder =
          Files.createDirectories(Path.of(System.getProperty("tandem.base")).toAbsolutePath());
      Path file = folder.resolve(name + ".p12");
      Files.deleteIfExists(file);
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-keystore",
                  file.toString(),
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  PASSWORD,
                  "-keyalg",
                  "EC",
                  "-alias",
                  "sip",
                  "-dname",
                  "CN=127.0.0.1",
                  "-ext",
                  "san=ip:127.0.0.1",
                  "-validity",
                  "2")
              .inheritIO()
              .start();
      if (keytool.waitFor() != 0) {
        throw new AssertionError("keytool ended with " + keytool.exitValue());
      }
      return new TestCertificate(file);
    } catch (IOException cannotMake) {
      throw new UncheckedIOException(cannotMake);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while making a certificate", stopped);
    }
  }

  /** The settings of a server that shows this certificate. */
  public Map<String, String> settings() {
    return Map.of("SIP_KEYSTORE", file.toString(), "SIP_KEYSTORE_PASSWORD", PASSWORD);
  }

  /** What a phone needs that trusts this certificate and no other. */
  public SSLContext trust() {
    return context();
  }

  /** What a server needs that shows this certificate, and trusts no other. */
  public SSLContext identity() {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store(), PASSWORD.toCharArray());
      return context(keys.getKeyManagers());
    } catch (IOException | GeneralSecurityException unusable) {
      throw new AssertionError("cannot use " + file, unusable);
    }
  }

  private SSLContext context(KeyManager... keys) {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      trusted.setCertificateEntry("sip", store().getCertificate("sip"));
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, managers.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException unusable) {
      throw new AssertionError("cannot use " + file, unusable);
    }
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }
}
