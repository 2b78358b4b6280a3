package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.parser.NioPipelineParser;
import gov.nist.javax.sip.stack.NioTcpMessageChannel;
import java.io.IOException;
import org.tandemvoice.sip.connector.SipFramer;

/**
 * Takes the place of the stack's own stream parser, which trusts a Content-Length of any size, does
 * not know compact header names and counts keep-alives as parts of a message.
 */
final class FramedParser extends NioPipelineParser {

  private final SipFramer framer;

  private FramedParser(NioTcpMessageChannel channel) {
    ConnectionIntake intake = new ConnectionIntake(channel);
    this.framer =
        new SipFramer(
            channel.getSIPStack().getMaxMessageSize(),
            new SipFramer.Sink() {
              @Override
              public void message(byte[] message) {
                intake.message(message);
              }

              @Override
              public void last(byte[] head) {
                intake.last(head);
              }

              @Override
              public void ping() throws IOException {
                intake.pong();
              }
            });
  }

  /** Gives the channel this parser if it has not got it yet. */
  static <T extends NioTcpMessageChannel> T on(T channel) {
    if (!(StackFields.streamParser(channel) instanceof FramedParser)) {
      StackFields.streamParser(channel, new FramedParser(channel));
    }
    return channel;
  }

  @Override
  public synchronized void addBytes(byte[] bytes) throws IOException {
    framer.feed(bytes);
  }
}
