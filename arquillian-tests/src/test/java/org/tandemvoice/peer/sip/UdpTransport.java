package org.tandemvoice.peer.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** One datagram socket on loopback, used for both directions (RFC 3581). */
public final class UdpTransport implements SipTransport {

  private final DatagramSocket socket;

  public UdpTransport() {
    try {
      socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String protocol() {
    return "UDP";
  }

  @Override
  public boolean reliable() {
    return false;
  }

  @Override
  public String sentBy() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  @Override
  public Flow flowTo(InetSocketAddress remote) {
    return new UdpFlow(remote);
  }

  @Override
  public void listen(BiConsumer<byte[], Flow> receiver) {
    Thread thread = new Thread(() -> receive(receiver), "phone-udp-" + socket.getLocalPort());
    thread.setDaemon(true);
    thread.start();
  }

  private void receive(BiConsumer<byte[], Flow> receiver) {
    byte[] buffer = new byte[65_535];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
      } catch (IOException e) {
        continue; // closed, or an ICMP error of an earlier send
      }
      byte[] message = Arrays.copyOf(buffer, packet.getLength());
      receiver.accept(message, new UdpFlow((InetSocketAddress) packet.getSocketAddress()));
    }
  }

  @Override
  public void close() {
    socket.close();
  }

  private final class UdpFlow implements Flow {
    private final InetSocketAddress remote;

    UdpFlow(InetSocketAddress remote) {
      this.remote = remote;
    }

    @Override
    public void send(byte[] message) {
      try {
        socket.send(new DatagramPacket(message, message.length, remote));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException("UDP to " + remote, e);
        }
      }
    }

    @Override
    public InetSocketAddress remote() {
      return remote;
    }
  }
}
