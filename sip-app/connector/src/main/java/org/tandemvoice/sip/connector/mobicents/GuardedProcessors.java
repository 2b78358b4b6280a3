package org.tandemvoice.sip.connector.mobicents;

import gov.nist.core.HostPort;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.MessageProcessorFactory;
import gov.nist.javax.sip.stack.NIOHandler;
import gov.nist.javax.sip.stack.NioTcpMessageChannel;
import gov.nist.javax.sip.stack.NioTcpMessageProcessor;
import gov.nist.javax.sip.stack.NioTlsMessageProcessor;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/**
 * The stack's transports, with our own framing on every connection. The stack finds this class by
 * its name.
 */
public final class GuardedProcessors implements MessageProcessorFactory {

  @Override
  public MessageProcessor createMessageProcessor(
      SIPTransactionStack stack, InetAddress address, int port, String transport)
      throws IOException {
    return switch (transport.toLowerCase(Locale.ROOT)) {
      case "udp" -> new UdpProcessor(address, stack, port);
      case "tcp" -> new Tcp(address, stack, port);
      case "tls" -> new Tls(address, stack, port);
      case "ws" -> new WebSocketProcessor(address, stack, port);
      case "wss" -> new SecureWebSocketProcessor(address, stack, port);
      default -> throw new IllegalArgumentException("no SIP transport: " + transport);
    };
  }

  /**
   * A connection that this side opens. The stack forgets its socket at once, opens a second one for
   * the first message and loses that message more often than not: it is told of the socket again.
   */
  private static NioTcpMessageChannel opened(NioTcpMessageChannel channel, NIOHandler handler) {
    SocketChannel socket = channel.getSocketChannel();
    if (socket != null && socket.isConnected() && socket.isOpen()) {
      String key =
          socket.socket().getInetAddress().getHostAddress() + ":" + socket.socket().getPort();
      StackFields.sockets(handler).put(key, socket);
    }
    return FramedParser.on(channel);
  }

  private static final class Tcp extends NioTcpMessageProcessor {

    Tcp(InetAddress address, SIPTransactionStack stack, int port) {
      super(address, stack, port);
    }

    @Override
    public NioTcpMessageChannel createMessageChannel(
        NioTcpMessageProcessor processor, SocketChannel accepted) throws IOException {
      return FramedParser.on(super.createMessageChannel(processor, accepted));
    }

    @Override
    public MessageChannel createMessageChannel(HostPort target) throws IOException {
      return opened((NioTcpMessageChannel) super.createMessageChannel(target), nioHandler);
    }

    @Override
    public MessageChannel createMessageChannel(InetAddress host, int port) throws IOException {
      return opened((NioTcpMessageChannel) super.createMessageChannel(host, port), nioHandler);
    }
  }

  private static final class Tls extends NioTlsMessageProcessor {

    Tls(InetAddress address, SIPTransactionStack stack, int port) {
      super(address, stack, port);
    }

    @Override
    public NioTcpMessageChannel createMessageChannel(
        NioTcpMessageProcessor processor, SocketChannel accepted) throws IOException {
      return FramedParser.on(super.createMessageChannel(processor, accepted));
    }

    @Override
    public MessageChannel createMessageChannel(HostPort target) throws IOException {
      return opened((NioTcpMessageChannel) super.createMessageChannel(target), nioHandler);
    }

    @Override
    public MessageChannel createMessageChannel(InetAddress host, int port) throws IOException {
      return opened((NioTcpMessageChannel) super.createMessageChannel(host, port), nioHandler);
    }
  }
}
