package org.tandemvoice.peer.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/**
 * Connections to peers, plain or TLS, opened on need and kept, and a listener for those who call
 * back.
 */
public final class TcpTransport implements SipTransport {

  private final String protocol;
  private final SocketFactory sockets;
  private final ServerSocket listener;
  private final Map<InetSocketAddress, TcpFlow> flows = new ConcurrentHashMap<>();
  private volatile BiConsumer<byte[], Flow> receiver = (message, flow) -> {};

  public TcpTransport() {
    this("TCP", SocketFactory.getDefault(), ServerSocketFactory.getDefault());
  }

  private TcpTransport(String protocol, SocketFactory sockets, ServerSocketFactory listeners) {
    this.protocol = protocol;
    this.sockets = sockets;
    try {
      listener = listeners.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** TLS to servers whose certificate that context trusts; only by these is the phone reached. */
  public static TcpTransport secure(SSLContext trust) {
    TcpTransport transport =
        new TcpTransport("TLS", trust.getSocketFactory(), ServerSocketFactory.getDefault());
    transport.stopListening();
    return transport;
  }

  /** TLS that also listens, and shows the certificate of that context. */
  public static TcpTransport secureServer(SSLContext identity) {
    return new TcpTransport("TLS", identity.getSocketFactory(), identity.getServerSocketFactory());
  }

  @Override
  public String protocol() {
    return protocol;
  }

  @Override
  public boolean reliable() {
    return true;
  }

  @Override
  public String sentBy() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  @Override
  public Flow flowTo(InetSocketAddress remote) {
    return flows.computeIfAbsent(remote, this::connect);
  }

  /** Closes every connection but keeps listening, as a phone does that lost its network. */
  public void dropConnections() {
    flows.values().forEach(TcpFlow::close);
    flows.clear();
  }

  /** Stops listening, so that only connections this phone opened lead to it (NAT). */
  public void stopListening() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void listen(BiConsumer<byte[], Flow> newReceiver) {
    receiver = newReceiver;
    daemon("phone-tcp-accept-" + listener.getLocalPort(), this::accept);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        TcpFlow flow = new TcpFlow(socket);
        flows.put(flow.remote(), flow);
        read(flow);
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private TcpFlow connect(InetSocketAddress remote) {
    try {
      TcpFlow flow = new TcpFlow(sockets.createSocket(remote.getAddress(), remote.getPort()));
      read(flow);
      return flow;
    } catch (IOException e) {
      throw new UncheckedIOException("TCP to " + remote, e);
    }
  }

  private void read(TcpFlow flow) {
    daemon(
        "phone-tcp-" + flow.remote(),
        () -> {
          try {
            SipStream stream = new SipStream(flow.socket.getInputStream());
            while (true) {
              receiver.accept(stream.next(), flow);
            }
          } catch (IOException e) {
            flows.remove(flow.remote(), flow);
          }
        });
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    stopListening();
    dropConnections();
  }

  private static final class TcpFlow implements Flow {
    private final Socket socket;

    TcpFlow(Socket socket) throws IOException {
      this.socket = socket;
      socket.setTcpNoDelay(true);
    }

    @Override
    public synchronized void send(byte[] message) {
      try {
        socket.getOutputStream().write(message);
      } catch (IOException e) {
        throw new UncheckedIOException("TCP to " + remote(), e);
      }
    }

    @Override
    public InetSocketAddress remote() {
      return (InetSocketAddress) socket.getRemoteSocketAddress();
    }

    void close() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
