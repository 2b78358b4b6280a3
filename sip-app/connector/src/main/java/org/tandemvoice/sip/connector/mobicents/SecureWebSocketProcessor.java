package org.tandemvoice.sip.connector.mobicents;

import gov.nist.core.HostPort;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.NioTcpMessageChannel;
import gov.nist.javax.sip.stack.NioTcpMessageProcessor;
import gov.nist.javax.sip.stack.NioTlsWebSocketMessageChannel;
import gov.nist.javax.sip.stack.NioTlsWebSocketMessageProcessor;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import org.tandemvoice.sip.connector.WebSocketServer;

/** SIP over secure WebSocket; like {@link WebSocketProcessor}, with TLS below. */
final class SecureWebSocketProcessor extends NioTlsWebSocketMessageProcessor {

  SecureWebSocketProcessor(InetAddress address, SIPTransactionStack stack, int port) {
    super(address, stack, port);
  }

  @Override
  public NioTcpMessageChannel createMessageChannel(
      NioTcpMessageProcessor processor, SocketChannel accepted) throws IOException {
    NioTcpMessageChannel present = nioHandler.getMessageChannel(accepted);
    if (present != null) {
      return present;
    }
    Channel channel = new Channel(sipStack, processor, accepted);
    nioHandler.putMessageChannel(accepted, channel);
    return channel;
  }

  @Override
  public MessageChannel createMessageChannel(HostPort target) throws IOException {
    return WebSocketProcessor.connected(
        messageChannels.get(MessageChannel.getKey(target, getTransport())), target.toString());
  }

  @Override
  public MessageChannel createMessageChannel(InetAddress host, int port) throws IOException {
    return WebSocketProcessor.connected(
        messageChannels.get(MessageChannel.getKey(host, port, getTransport())), host + ":" + port);
  }

  private static final class Channel extends NioTlsWebSocketMessageChannel {

    private final WebSocketServer server;

    Channel(SIPTransactionStack stack, NioTcpMessageProcessor processor, SocketChannel accepted)
        throws IOException {
      super(stack, processor, accepted);
      WebSocketSink sink =
          new WebSocketSink(
              new ConnectionIntake(this),
              bytes -> sendNonWebSocketMessage(bytes, false),
              bytes -> sendNonWebSocketMessage(bytes, false));
      this.server = new WebSocketServer(stack.getMaxMessageSize(), sink);
    }

    @Override
    public void addPlaintextBytes(byte[] bytes) throws IOException {
      server.feed(bytes);
    }
  }
}
