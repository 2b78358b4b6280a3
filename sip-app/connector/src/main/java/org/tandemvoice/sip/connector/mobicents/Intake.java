package org.tandemvoice.sip.connector.mobicents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import gov.nist.javax.sip.header.CSeq;
import gov.nist.javax.sip.header.CallID;
import gov.nist.javax.sip.header.Contact;
import gov.nist.javax.sip.header.ContentLength;
import gov.nist.javax.sip.header.From;
import gov.nist.javax.sip.header.MaxForwards;
import gov.nist.javax.sip.header.RecordRoute;
import gov.nist.javax.sip.header.RequestLine;
import gov.nist.javax.sip.header.Route;
import gov.nist.javax.sip.header.StatusLine;
import gov.nist.javax.sip.header.To;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.io.IOException;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.tandemvoice.sip.connector.Malformed;
import org.tandemvoice.sip.connector.RawMessage;

/**
 * Every received message passes here, whatever its transport: what is malformed is answered where
 * an answer is possible and dropped otherwise, silently, and no exception of the parser gets out.
 */
final class Intake {

  /** Where a message came from, and the way back. */
  interface Peer {

    /** Source address. */
    String address();

    /** Source port. */
    int port();

    /** Sends bytes back the way the message came. */
    void answer(byte[] response) throws IOException;
  }

  private static final System.Logger LOG = System.getLogger(SilentStackLogger.LOGGER);

  /** A message is refused if one of these cannot be parsed; other headers are left unparsed. */
  private static final Set<Class<?>> VITAL =
      Set.of(
          RequestLine.class,
          StatusLine.class,
          From.class,
          To.class,
          CSeq.class,
          CallID.class,
          Via.class,
          ContentLength.class,
          MaxForwards.class,
          Contact.class,
          Route.class,
          RecordRoute.class);

  private final StringMsgParser parser = new StringMsgParser();

  /** The parsed message; empty if there is nothing to go on with. */
  Optional<SIPMessage> take(byte[] bytes, boolean datagram, Peer peer) {
    Optional<RawMessage> read = RawMessage.read(bytes);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    RawMessage raw = read.get();
    Optional<Malformed> fault = Malformed.in(raw, datagram);
    if (fault.isPresent()) {
      answer(fault.get(), raw, peer);
      return Optional.empty();
    }
    try {
      SIPMessage message = parser.parseSIPMessage(body(bytes, raw), true, false, Intake::refuse);
      return Optional.ofNullable(message);
    } catch (ParseException | RuntimeException | StackOverflowError e) {
      // The parser's own exceptions on strange input are of every kind.
      LOG.log(System.Logger.Level.TRACE, "malformed SIP message", e);
      answer(Malformed.refused(), raw, peer);
      return Optional.empty();
    }
  }

  /** RFC 3261 section 18.3: bytes of a datagram beyond its Content-Length are discarded. */
  private static byte[] body(byte[] bytes, RawMessage raw) {
    int length = raw.first("content-length").map(Integer::parseInt).orElse(raw.bodyLength());
    return length < raw.bodyLength() ? Arrays.copyOf(bytes, raw.headLength() + length) : bytes;
  }

  private static void refuse(
      ParseException fault, SIPMessage message, Class<?> header, String text, String whole)
      throws ParseException {
    if (header != null && VITAL.contains(header)) {
      throw fault;
    }
    message.addUnparsed(text);
  }

  private static void answer(Malformed fault, RawMessage raw, Peer peer) {
    Optional<String> answer = fault.answer(raw, peer.address(), peer.port());
    try {
      if (answer.isPresent()) {
        peer.answer(answer.get().getBytes(ISO_8859_1));
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.TRACE, "malformed SIP message not answered", e);
    }
  }
}
