package org.tandemvoice.sip.connector;

import java.util.List;
import java.util.Optional;

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

  /**
   * The first fault of a message; empty if it has none that shows before it is parsed.
   *
   * @param datagram whether the message is one packet, so that its body ends with it
   */
  public static Optional<Malformed> in(RawMessage message, boolean datagram) {
    if (message.isRequest() && !message.startLine().matches("\\S+ \\S+ SIP/[0-9]+\\.[0-9]+ *")) {
      return bad("Malformed Request-Line");
    }
    for (String name : EXACTLY_ONCE) {
      if (message.values(name).size() != 1) {
        return bad(message.values(name).isEmpty() ? "Missing " + name : "More than one " + name);
      }
    }
    for (String name : AT_MOST_ONCE) {
      if (message.values(name).size() > 1) {
        return bad("More than one " + name);
      }
    }
    if (message.values("via").isEmpty()) {
      return bad("Missing via");
    }
    if (message.isRequest() && !message.startLine().strip().endsWith(" SIP/2.0")) {
      return Optional.of(new Malformed(505, "Version Not Supported"));
    }
    return numbers(message, datagram);
  }

  private static Optional<Malformed> numbers(RawMessage message, boolean datagram) {
    String[] cseq = message.first("cseq").orElseThrow().split("\\s+");
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
   * The answer to a malformed request, if it has what an answer is made of. ACK and responses are
   * never answered.
   *
   * @param address where the request came from
   */
  public Optional<String> answer(RawMessage request, String address, int port) {
    if (!request.isRequest() || request.method().equals("ACK")) {
      return Optional.empty();
    }
    for (String needed : List.of("via", "from", "to", "call-id", "cseq")) {
      if (request.values(needed).isEmpty()) {
        return Optional.empty();
      }
    }
    StringBuilder answer = new StringBuilder("SIP/2.0 " + status + " " + reason + "\r\n");
    List<String> vias = request.values("via");
    answer.append("Via: ").append(stamped(vias.get(0), address, port)).append("\r\n");
    vias.stream().skip(1).forEach(via -> answer.append("Via: ").append(via).append("\r\n"));
    String to = request.first("to").orElseThrow();
    answer.append("From: ").append(request.first("from").orElseThrow()).append("\r\n");
    answer.append("To: ").append(to);
    // RFC 3261 section 8.2.6.2: a response other than 100 has a To tag.
    answer.append(to.contains(";tag=") ? "" : ";tag=" + Integer.toHexString(to.hashCode()));
    answer.append("\r\nCall-ID: ").append(request.first("call-id").orElseThrow());
    answer.append("\r\nCSeq: ").append(request.first("cseq").orElseThrow());
    return Optional.of(answer.append("\r\nContent-Length: 0\r\n\r\n").toString());
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
