package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.parser.NioPipelineParser;
import gov.nist.javax.sip.stack.NIOHandler;
import gov.nist.javax.sip.stack.NioTcpMessageChannel;
import gov.nist.javax.sip.stack.NioTlsMessageChannel;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import gov.nist.javax.sip.stack.SSLStateMachine;
import gov.nist.javax.sip.stack.UDPMessageChannel;
import java.lang.reflect.Field;
import java.net.DatagramPacket;
import java.nio.channels.SocketChannel;
import java.util.Map;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;

/** Fields of the stack that it does not show and that our own transports need. */
final class StackFields {

  private static final Field PACKET = field(UDPMessageChannel.class, "incomingPacket");
  private static final Field STREAM_PARSER = field(NioTcpMessageChannel.class, "nioParser");

  private static final Field SOCKETS = field(NIOHandler.class, "socketTable");
  private static final Field TLS_STATE = field(NioTlsMessageChannel.class, "sslStateMachine");
  private static final Field TLS_ENGINE = field(SSLStateMachine.class, "sslEngine");
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

  /** What the two sides of a TLS connection have agreed on. */
  static SSLSession session(NioTlsMessageChannel channel) {
    try {
      return ((SSLEngine) TLS_ENGINE.get(TLS_STATE.get(channel))).getSession();
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
