package org.tandemvoice.sip.connector.mobicents;

import gov.nist.core.HostPort;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.NioTcpMessageChannel;
import gov.nist.javax.sip.stack.NioTcpMessageProcessor;
import gov.nist.javax.sip.stack.NioWebSocketMessageChannel;
import gov.nist.javax.sip.stack.NioWebSocketMessageProcessor;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.tandemvoice.sip.connector.WebSocketServer;

/** SIP over WebSocket, to clients that connected to us (RFC 7118 section 5.2); we never connect. */
final class WebSocketProcessor extends NioWebSocketMessageProcessor {

  WebSocketProcessor(InetAddress address, SIPTransactionStack stack, int port) {
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
    return connected(
        messageChannels.get(MessageChannel.getKey(target, getTransport())), target.toString());
  }

  @Override
  public MessageChannel createMessageChannel(InetAddress host, int port) throws IOException {
    return connected(
        messageChannels.get(MessageChannel.getKey(host, port, getTransport())), host + ":" + port);
  }

  static MessageChannel connected(MessageChannel channel, String target) throws IOException {
    if (channel == null) {
      throw new ConnectException("no WebSocket connection from " + target);
    }
    return channel;
  }

  private static final class Channel extends NioWebSocketMessageChannel {

    private final WebSocketServer server;

    Channel(SIPTransactionStack stack, NioTcpMessageProcessor processor, SocketChannel accepted)
        throws IOException {
      super(stack, processor, accepted);
      WebSocketSink sink =
          new WebSocketSink(
              new ConnectionIntake(this),
              bytes -> sendNonWebSocketMessage(bytes, false),
              bytes -> getSocketChannel().write(ByteBuffer.wrap(bytes)));
      this.server = new WebSocketServer(stack.getMaxMessageSize(), sink);
    }

    @Override
    protected void addBytes(byte[] bytes) throws IOException {
      server.feed(bytes);
    }
  }
}
