package org.tandemvoice.sip.connector.mobicents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import gov.nist.javax.sip.ThreadAffinityTask;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.stack.NioTcpMessageChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import org.tandemvoice.sip.connector.RawMessage;

/**
 * Passes the messages of one connection to the stack, on the stack's threads; those of one Call-ID
 * in their order.
 */
final class ConnectionIntake implements Intake.Peer {

  private static final System.Logger LOG = System.getLogger(SilentStackLogger.LOGGER);
  private static final Intake INTAKE = new Intake();

  private final NioTcpMessageChannel channel;
  private final InetAddress address;
  private final int port;

  ConnectionIntake(NioTcpMessageChannel channel) {
    this.channel = channel;
    this.address = channel.getSocketChannel().socket().getInetAddress();
    this.port = channel.getSocketChannel().socket().getPort();
  }

  void message(byte[] message) {
    String callId = RawMessage.read(message).flatMap(raw -> raw.first("call-id")).orElse("");
    Executor threads = channel.getSIPStack().getSelfRoutingThreadpoolExecutor();
    threads.execute(
        new ThreadAffinityTask() {
          @Override
          public Object getThreadHash() {
            return callId;
          }

          @Override
          public void run() {
            INTAKE
                .take(message, false, ConnectionIntake.this)
                .ifPresent(ConnectionIntake.this::process);
          }
        });
  }

  /** Answers a message before the connection is closed, past the queue of what is to be sent. */
  void last(byte[] head) {
    INTAKE.take(head, false, new Direct());
  }

  private void process(SIPMessage message) {
    try {
      channel.processMessage(message);
    } catch (Exception e) {
      // The outermost point of this thread; other calls use the same connection.
      LOG.log(System.Logger.Level.WARNING, "SIP message not processed", e);
    }
  }

  /** RFC 5626 section 4.4.1: a double CRLF is answered by a single one. */
  void pong() throws IOException {
    answer("\r\n".getBytes(ISO_8859_1));
  }

  @Override
  public String address() {
    return address.getHostAddress();
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void answer(byte[] response) throws IOException {
    channel.sendMessage(new RawResponse(response));
  }

  private final class Direct implements Intake.Peer {

    @Override
    public String address() {
      return address.getHostAddress();
    }

    @Override
    public int port() {
      return port;
    }

    @Override
    public void answer(byte[] response) throws IOException {
      if (!channel.isSecure()) {
        channel.getSocketChannel().write(ByteBuffer.wrap(response));
      }
    }
  }
}
