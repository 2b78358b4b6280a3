package org.tandemvoice.peer.sip;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;

/** SIP over WebSocket as a browser does it (RFC 7118): no address of its own, one connection. */
public final class WebSocketTransport implements SipTransport {

  private final String host = UUID.randomUUID().toString().substring(0, 12) + ".invalid";
  private final HttpClient http;
  private final boolean secure;
  private final Map<InetSocketAddress, WebSocketFlow> flows = new ConcurrentHashMap<>();
  private volatile BiConsumer<byte[], Flow> receiver = (message, flow) -> {};

  public WebSocketTransport() {
    http = HttpClient.newHttpClient();
    secure = false;
  }

  /** Over TLS, to servers whose certificate that context trusts. */
  public WebSocketTransport(SSLContext trust) {
    http = HttpClient.newBuilder().sslContext(trust).build();
    secure = true;
  }

  @Override
  public String protocol() {
    return secure ? "WSS" : "WS";
  }

  @Override
  public boolean reliable() {
    return true;
  }

  @Override
  public String sentBy() {
    return host; // RFC 7118 5.2.1: a random name under .invalid
  }

  @Override
  public Flow flowTo(InetSocketAddress remote) {
    return flows.computeIfAbsent(remote, this::connect);
  }

  private WebSocketFlow connect(InetSocketAddress remote) {
    WebSocketFlow flow = new WebSocketFlow(remote);
    String scheme = secure ? "wss://" : "ws://";
    URI uri = URI.create(scheme + remote.getHostString() + ":" + remote.getPort() + "/");
    flow.socket =
        http.newWebSocketBuilder()
            .subprotocols("sip") // RFC 7118 4.1
            .buildAsync(uri, flow)
            .orTimeout(5, TimeUnit.SECONDS)
            .join();
    return flow;
  }

  @Override
  public void listen(BiConsumer<byte[], Flow> newReceiver) {
    receiver = newReceiver;
  }

  @Override
  public void close() {
    flows.values().forEach(flow -> flow.socket.abort());
    flows.clear();
  }

  private final class WebSocketFlow implements Flow, WebSocket.Listener {
    private final InetSocketAddress remote;
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private volatile WebSocket socket;

    WebSocketFlow(InetSocketAddress remote) {
      this.remote = remote;
    }

    @Override
    public synchronized void send(byte[] message) {
      socket.sendText(new String(message, StandardCharsets.UTF_8), true).join();
    }

    @Override
    public InetSocketAddress remote() {
      return remote;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      return received(from, data.toString().getBytes(StandardCharsets.UTF_8), last);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
      byte[] bytes = new byte[data.remaining()];
      data.get(bytes);
      return received(from, bytes, last);
    }

    private CompletionStage<?> received(WebSocket from, byte[] bytes, boolean last) {
      partial.writeBytes(bytes);
      if (last) {
        byte[] message = partial.toByteArray();
        partial.reset();
        receiver.accept(message, this);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}
