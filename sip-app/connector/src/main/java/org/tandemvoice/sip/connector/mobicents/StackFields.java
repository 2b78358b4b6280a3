package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.parser.NioPipelineParser;
import gov.nist.javax.sip.stack.NIOHandler;
import gov.nist.javax.sip.stack.NioTcpMessageChannel;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import gov.nist.javax.sip.stack.UDPMessageChannel;
import java.lang.reflect.Field;
import java.net.DatagramPacket;
import java.nio.channels.SocketChannel;
import java.util.Map;

/** Fields of the stack that it does not show and that our own transports need. */
final class StackFields {

  private static final Field PACKET = field(UDPMessageChannel.class, "incomingPacket");
  private static final Field STREAM_PARSER = field(NioTcpMessageChannel.class, "nioParser");

  private static final Field SOCKETS = field(NIOHandler.class, "socketTable");
  private static final Field UDP = field(SIPTransactionStack.class, "udpFlag");

  private StackFields() {}

  private static Field field(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The packet a UDP channel is working on. */
  static DatagramPacket packet(UDPMessageChannel channel) {
    try {
      return (DatagramPacket) PACKET.get(channel);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  static NioPipelineParser streamParser(NioTcpMessageChannel channel) {
    try {
      return (NioPipelineParser) STREAM_PARSER.get(channel);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  static void streamParser(NioTcpMessageChannel channel, NioPipelineParser parser) {
    try {
      STREAM_PARSER.set(channel, parser);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The sockets of connections that may be used again, by {@code address:port} of the peer. */
  @SuppressWarnings("unchecked")
  static Map<String, SocketChannel> sockets(NIOHandler handler) {
    try {
      return (Map<String, SocketChannel>) SOCKETS.get(handler);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tells the stack that it listens on UDP; else it would send from other ports. */
  static void listensOnUdp(SIPTransactionStack stack) {
    try {
      UDP.setBoolean(stack, true);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
