package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.MessageParserFactory;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import gov.nist.javax.sip.stack.UDPMessageChannel;
import java.io.IOException;
import java.net.DatagramPacket;
import java.text.ParseException;

/** Puts the intake before the stack's UDP threads. The stack finds this class by its name. */
public final class DatagramParserFactory implements MessageParserFactory {

  private final Intake intake = new Intake();
  private final MessageParser plain = new StringMsgParser();

  @Override
  public MessageParser createMessageParser(SIPTransactionStack stack) {
    return this::parse;
  }

  /** Null, as the stack wants it, if there is nothing to go on with. */
  private gov.nist.javax.sip.message.SIPMessage parse(
      byte[] bytes, boolean readBody, boolean strict, ParseExceptionListener listener)
      throws ParseException {
    if (listener instanceof UDPMessageChannel channel) {
      return intake
          .take(bytes, true, new Sender(channel, StackFields.packet(channel)))
          .orElse(null);
    }
    return plain.parseSIPMessage(bytes, readBody, strict, listener);
  }

  private record Sender(UDPMessageChannel channel, DatagramPacket packet) implements Intake.Peer {

    @Override
    public String address() {
      return packet.getAddress().getHostAddress();
    }

    @Override
    public int port() {
      return packet.getPort();
    }

    @Override
    public void answer(byte[] response) throws IOException {
      channel.sendMessage(new RawResponse(response), packet.getAddress(), packet.getPort());
    }
  }
}
