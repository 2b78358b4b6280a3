package org.tandemvoice.sip.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The digest computation (RFC 7616 section 3.4.1) for {@code qop=auth}. */
public final class Digest {

  private Digest() {}

  /** The response a client that knows the password would send. */
  static String response(DigestCredentials given, String method, String password) {
    DigestAlgorithm algorithm = given.algorithm();
    String secret = algorithm.hash(given.username() + ":" + given.realm() + ":" + password);
    String request = algorithm.hash(method + ":" + given.uri());
    return algorithm.hash(
        String.join(
            ":",
            secret,
            given.nonce(),
            given.use().count(),
            given.use().clientNonce(),
            "auth",
            request));
  }

  /** The same for a server that offers no {@code qop}, as RFC 2069 had it. */
  static String responseWithoutQop(DigestCredentials given, String method, String password) {
    DigestAlgorithm algorithm = given.algorithm();
    String secret = algorithm.hash(given.username() + ":" + given.realm() + ":" + password);
    String request = algorithm.hash(method + ":" + given.uri());
    return algorithm.hash(String.join(":", secret, given.nonce(), request));
  }

  /** Whether the response was made with this password. Takes as long for a wrong one. */
  static boolean matches(DigestCredentials given, String method, String password) {
    byte[] expected = response(given, method, password).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, given.response().getBytes(StandardCharsets.US_ASCII));
  }
}
