package org.tandemvoice.sip.uri;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A SIP or SIPS URI taken apart (RFC 3261 section 19.1.1):
 *
 * <pre>scheme:user:password@host:port;parameters?headers</pre>
 *
 * @param scheme {@code sip} or {@code sips}
 * @param userinfo user and password as written, empty if there is none
 * @param host lower case; an IPv6 address without brackets
 * @param port -1 if not given
 * @param parameters names in lower case, values as written, empty for a bare name
 */
public record SipUriText(
    String scheme, String userinfo, String host, int port, Map<String, String> parameters) {

  /** Parameters that make a difference even if only one of two URIs has them (section 19.1.4). */
  private static final String[] DISTINGUISHING = {"maddr", "method", "transport", "ttl", "user"};

  private static final Pattern V6_HOST = Pattern.compile("[0-9A-Fa-f:.]+");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+");
  private static final Pattern PORT = Pattern.compile("\\d{0,5}");

  public SipUriText {
    parameters = Map.copyOf(parameters);
  }

  /** Empty if the text is no SIP URI. */
  public static Optional<SipUriText> parse(String text) {
    int colon = text.indexOf(':');
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("sip") && !scheme.equals("sips")) {
      return Optional.empty();
    }
    // "@" must be escaped everywhere but before the host (section 25.1)
    int at = text.indexOf('@', colon);
    String userinfo = at < 0 ? "" : text.substring(colon + 1, at);
    String rest = text.substring(Math.max(at, colon) + 1);
    int headers = rest.indexOf('?');
    String withoutHeaders = headers < 0 ? rest : rest.substring(0, headers);
    String[] parts = withoutHeaders.split(";");
    return hostAndPort(parts[0])
        .map(where -> new SipUriText(scheme, userinfo, where.host, where.port, parameters(parts)));
  }

  private record HostAndPort(String host, int port) {}

  private static Optional<HostAndPort> hostAndPort(String text) {
    int bracket = text.indexOf(']');
    int colon = text.indexOf(':', bracket < 0 ? 0 : bracket);
    String host = colon < 0 ? text : text.substring(0, colon);
    String port = colon < 0 ? "" : text.substring(colon + 1);
    boolean isV6 = host.startsWith("[") && host.endsWith("]");
    String bare = isV6 ? host.substring(1, host.length() - 1) : host;
    boolean isHost = (isV6 ? V6_HOST : HOST).matcher(bare).matches();
    if (!isHost || !PORT.matcher(port).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new HostAndPort(
            bare.toLowerCase(Locale.ROOT), port.isEmpty() ? -1 : Integer.parseInt(port)));
  }

  private static Map<String, String> parameters(String[] parts) {
    Map<String, String> parameters = new TreeMap<>();
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      String name = equals < 0 ? parts[i] : parts[i].substring(0, equals);
      parameters.put(
          name.toLowerCase(Locale.ROOT), equals < 0 ? "" : parts[i].substring(equals + 1));
    }
    return parameters;
  }

  /** The user, decoded (RFC 3986 section 2.1) and without password and telephone parameters. */
  public String user() {
    String user = userinfo.split("[:;]", 2)[0];
    return decode(user);
  }

  /** Undoes percent encoding; text that is not properly encoded stays as it is. */
  public static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  /** The user part as RFC 3261 section 25.1 allows it: what is not unreserved is encoded. */
  public static String encodeUser(String user) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : user.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      boolean plain =
          c < 128 && (Character.isLetterOrDigit(c) || "-_.!~*'()&=+$,/".indexOf(c) >= 0);
      encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return encoded.toString();
  }

  public String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** The same 64 characters for URIs that are equal by RFC 3261 section 19.1.4. */
  public String key() {
    StringBuilder canonical = new StringBuilder();
    // userinfo is compared with case, everything else without; "%41" and "A" are the same
    canonical.append(scheme).append(':').append(decode(userinfo)).append('@');
    canonical.append(host).append(':').append(port);
    for (String name : DISTINGUISHING) {
      if (parameters.containsKey(name)) {
        String value = decode(parameters.get(name)).toLowerCase(Locale.ROOT);
        canonical.append(';').append(name).append('=').append(value);
      }
    }
    return sha256(canonical.toString());
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Whether this is a way by the given transport; without a parameter it is UDP. */
  public String transport() {
    String transport = parameter("transport").toLowerCase(Locale.ROOT);
    if (!transport.isEmpty()) {
      return transport;
    }
    return scheme.equals("sips") ? "tls" : "udp";
  }
}
