package org.tandemvoice.sip.connector;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is wrong with a message that the rest of it cannot make good.
 *
 * @param status the answer to a request: 400, or 505 for another protocol version
 * @param reason its reason phrase; never a part of the message
 */
public record Malformed(int status, String reason) {

  private static final List<String> EXACTLY_ONCE = List.of("from", "to", "call-id", "cseq");
  private static final List<String> AT_MOST_ONCE =
      List.of("content-length", "max-forwards", "content-type");
  private static final Pattern REQUEST_LINE = Pattern.compile("\\S+ \\S+ SIP/[0-9]+\\.[0-9]+ *");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
  private static final Pattern NO_BRANCH =
      Pattern.compile("^[^,]*;\\s*branch\\s*=\\s*z9hG4bK\\s*(?:[;,]|$)", Pattern.CASE_INSENSITIVE);
  private static final List<String> DIALOG_MAKING = List.of("INVITE", "SUBSCRIBE", "REFER");

  /**
   * The first fault of a message; empty if it has none that shows before it is parsed.
   *
   * @param datagram whether the message is one packet, so that its body ends with it
   */
  public static Optional<Malformed> in(RawMessage message, boolean datagram) {
    if (message.isRequest() && !REQUEST_LINE.matcher(message.startLine()).matches()) {
      return bad("Malformed Request-Line");
    }
    if (message.isRequest() && isBareIpv6(message.startLine().split(" ")[1])) {
      return bad("IPv6 address without brackets in Request-URI");
    }
    for (String name : EXACTLY_ONCE) {
      int count = message.count(name);
      if (count != 1) {
        return bad(count == 0 ? "Missing " + name : "More than one " + name);
      }
    }
    for (String name : AT_MOST_ONCE) {
      if (message.count(name) > 1) {
        return bad("More than one " + name);
      }
    }
    Optional<String> via = message.first("via");
    if (via.isEmpty()) {
      return bad("Missing via");
    }
    // RFC 4475 section 3.2.1: the cookie alone identifies no transaction.
    if (message.isRequest() && NO_BRANCH.matcher(via.get()).find()) {
      return bad("Missing transaction identifier");
    }
    if (message.isRequest() && !message.startLine().strip().endsWith(" SIP/2.0")) {
      return Optional.of(new Malformed(505, "Version Not Supported"));
    }
    // RFC 3261 section 8.1.1.8: what can make a dialog has a contact.
    if (message.isRequest()
        && DIALOG_MAKING.contains(message.method())
        && !message.isInDialog()
        && message.count("contact") == 0) {
      return bad("Missing contact");
    }
    return numbers(message, datagram);
  }

  /** RFC 3261 section 25.1: in a URI an IPv6 address is a reference in brackets. */
  private static boolean isBareIpv6(String uri) {
    if (!uri.regionMatches(true, 0, "sip:", 0, 4) && !uri.regionMatches(true, 0, "sips:", 0, 5)) {
      return false;
    }
    int user = Math.max(uri.indexOf(':'), uri.lastIndexOf('@'));
    String host = uri.substring(user + 1).split("[;?]", 2)[0];
    return !host.startsWith("[") && host.indexOf(':') != host.lastIndexOf(':');
  }

  private static Optional<Malformed> numbers(RawMessage message, boolean datagram) {
    String[] cseq = WHITE_SPACE.split(message.first("cseq").orElseThrow());
    // RFC 3261 section 8.1.1.5: the sequence number is less than 2**31.
    if (cseq.length != 2 || !isNumber(cseq[0], Integer.MAX_VALUE)) {
      return bad("Malformed CSeq");
    }
    if (message.isRequest() && !cseq[1].equals(message.method())) {
      return bad("CSeq does not match the method");
    }
    // RFC 3261 section 20.22
    if (message.first("max-forwards").filter(value -> !isNumber(value, 255)).isPresent()) {
      return bad("Malformed Max-Forwards");
    }
    Optional<String> length = message.first("content-length");
    if (length.filter(value -> !isNumber(value, Integer.MAX_VALUE)).isPresent()) {
      return bad("Malformed Content-Length");
    }
    // RFC 3261 section 18.3: a body that is shorter than its length is an error.
    if (datagram && length.filter(l -> Integer.parseInt(l) > message.bodyLength()).isPresent()) {
      return bad("Body shorter than Content-Length");
    }
    return Optional.empty();
  }

  /** The fault of a message whose head was good and that the SIP parser still refused. */
  public static Malformed refused() {
    return new Malformed(400, "Bad Request");
  }

  /**
   * The answer to a malformed request, made of what it has of the headers that an answer needs.
   * ACK, responses and what has no Via are never answered.
   *
   * @param address where the request came from
   */
  public Optional<String> answer(RawMessage request, String address, int port) {
    if (!request.isRequest() || request.method().equals("ACK")) {
      return Optional.empty();
    }
    List<String> vias = request.values("via");
    if (vias.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder answer = new StringBuilder("SIP/2.0 " + status + " " + reason + "\r\n");
    answer.append("Via: ").append(stamped(vias.get(0), address, port)).append("\r\n");
    vias.stream().skip(1).forEach(via -> append(answer, "Via", via));
    request.first("from").ifPresent(from -> append(answer, "From", from));
    request.first("to").ifPresent(to -> append(answer, "To", tagged(to)));
    request.first("call-id").ifPresent(callId -> append(answer, "Call-ID", callId));
    request.first("cseq").ifPresent(cseq -> append(answer, "CSeq", cseq));
    return Optional.of(answer.append("Content-Length: 0\r\n\r\n").toString());
  }

  private static void append(StringBuilder answer, String name, String value) {
    answer.append(name).append(": ").append(value).append("\r\n");
  }

  /** RFC 3261 section 8.2.6.2: a response other than 100 has a To tag. */
  private static String tagged(String to) {
    return to.contains(";tag=") ? to : to + ";tag=" + Integer.toHexString(to.hashCode());
  }

  /** RFC 3261 section 18.2.1 and RFC 3581 section 4: received, and rport if asked for. */
  private static String stamped(String via, String address, int port) {
    int comma = via.indexOf(',');
    String first = comma < 0 ? via : via.substring(0, comma);
    String rest = comma < 0 ? "" : via.substring(comma);
    return first.replaceFirst(";\\s*rport(?=\\s*(;|$))", ";rport=" + port)
        + ";received="
        + address
        + rest;
  }

  private static boolean isNumber(String text, int most) {
    try {
      int value = Integer.parseInt(text);
      return text.charAt(0) != '+' && value >= 0 && value <= most;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static Optional<Malformed> bad(String reason) {
    return Optional.of(new Malformed(400, reason));
  }
}
