package org.tandemvoice.peer.sip;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Sorts arriving messages to their transactions and hands new requests to the phone. */
public final class SipEndpoint implements AutoCloseable {

  private static final byte[] PING = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PONG = "\r\n".getBytes(StandardCharsets.US_ASCII);

  private record Deafness(Predicate<SipMessage> what, AtomicInteger left) {}

  private final SipTransport transport;
  private final SipTrace trace;
  private final Consumer<ServerTransaction> newRequests;
  private final Timers timers = new Timers();
  private final Map<String, ClientTransaction> clients = new ConcurrentHashMap<>();
  private final Map<String, ServerTransaction> servers = new ConcurrentHashMap<>();
  private final AtomicInteger pongs = new AtomicInteger();
  private volatile Deafness deafness = new Deafness(message -> false, new AtomicInteger());

  /** The handler runs on the transport's thread: it answers at once or hands on. */
  SipEndpoint(SipTransport transport, SipTrace trace, Consumer<ServerTransaction> newRequests) {
    this.transport = transport;
    this.trace = trace;
    this.newRequests = newRequests;
  }

  void start() {
    transport.listen(this::arrived);
  }

  SipTransport transport() {
    return transport;
  }

  boolean reliable() {
    return transport.reliable();
  }

  Timers timers() {
    return timers;
  }

  SipTrace trace() {
    return trace;
  }

  static String newBranch() {
    return Via.COOKIE + UUID.randomUUID().toString().replace("-", "");
  }

  /** Loses the next messages that fit, as a bad network would. */
  public void loseIncoming(Predicate<SipMessage> what, int count) {
    deafness = new Deafness(what, new AtomicInteger(count));
  }

  /** Sends a request in a transaction of its own; Via is put on top here. */
  public ClientTransaction send(SipRequest request, InetSocketAddress to) {
    return send(request, to, response -> {});
  }

  ClientTransaction send(SipRequest request, InetSocketAddress to, Consumer<SipResponse> listener) {
    addVia(request);
    return sendAsIs(request, to, listener);
  }

  /** The same for a request that carries its Via already (CANCEL, hostile ones). */
  public ClientTransaction sendAsIs(
      SipRequest request, InetSocketAddress to, Consumer<SipResponse> listener) {
    SipTransport.Flow flow = transport.flowTo(to);
    ClientTransaction transaction = new ClientTransaction(this, request, flow, listener);
    clients.put(request.topVia().branch() + request.method(), transaction);
    transaction.start();
    return transaction;
  }

  /** ACK of a 2xx: a request that no transaction carries (RFC 3261 13.2.2.4). */
  public void sendAck(SipRequest ack, InetSocketAddress to) {
    addVia(ack);
    write(transport.flowTo(to), ack);
  }

  private void addVia(SipRequest request) {
    String via = "SIP/2.0/" + transport.protocol() + " " + transport.sentBy();
    request.headers().addFirst("Via", via + ";branch=" + newBranch() + ";rport");
  }

  void write(SipTransport.Flow flow, SipMessage message) {
    trace.add(true, flow.remote().toString(), message.toString());
    flow.send(message.encode());
  }

  /** Sends the double CRLF of RFC 5626 4.4.1. */
  public void ping(InetSocketAddress to) {
    transport.flowTo(to).send(PING);
  }

  /** How many single CRLF have come back. */
  public int pongs() {
    return pongs.get();
  }

  private void arrived(byte[] bytes, SipTransport.Flow flow) {
    Optional<SipMessage> parsed;
    try {
      parsed = SipParser.parse(bytes);
    } catch (RuntimeException | AssertionError e) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      trace.add(false, flow.remote().toString(), "UNREADABLE (" + e.getMessage() + "): " + text);
      return;
    }
    if (parsed.isEmpty()) {
      keptAlive(bytes, flow);
      return;
    }
    SipMessage message = parsed.get();
    Deafness now = deafness;
    if (now.what().test(message) && now.left().getAndDecrement() > 0) {
      trace.add(false, flow.remote().toString(), "LOST ON PURPOSE: " + message);
      return;
    }
    trace.add(false, flow.remote().toString(), message.toString());
    if (message instanceof SipResponse response) {
      received(response);
    } else {
      received((SipRequest) message, flow);
    }
  }

  private void keptAlive(byte[] bytes, SipTransport.Flow flow) {
    if (bytes.length >= PING.length && transport.reliable()) {
      flow.send(PONG);
    } else {
      pongs.incrementAndGet();
    }
  }

  private void received(SipResponse response) {
    ClientTransaction transaction = clients.get(response.topVia().branch() + response.cseqMethod());
    if (transaction != null) {
      transaction.receive(response);
    }
  }

  private void received(SipRequest request, SipTransport.Flow flow) {
    if ("ACK".equals(request.method())) {
      acknowledged(request);
      return;
    }
    ServerTransaction fresh = new ServerTransaction(this, request, replyFlow(request, flow));
    ServerTransaction known = servers.putIfAbsent(key(request, request.method()), fresh);
    if (known != null) {
      known.repeated();
    } else {
      newRequests.accept(fresh);
    }
  }

  /** RFC 3261 18.2.2 and RFC 3581 4: without rport the answer goes to the port Via names. */
  private SipTransport.Flow replyFlow(SipRequest request, SipTransport.Flow flow) {
    Via via = request.topVia();
    if (transport.reliable() || via.parameters().containsKey("rport")) {
      return flow;
    }
    int port = SipUri.parse("sip:" + via.sentBy()).port();
    return transport.flowTo(
        new InetSocketAddress(flow.remote().getAddress(), port == 0 ? 5060 : port));
  }

  /** The ACK of a failure shares the INVITE's branch, that of a 2xx only Call-ID and CSeq. */
  private void acknowledged(SipRequest ack) {
    ServerTransaction same = servers.get(key(ack, "INVITE"));
    if (same != null) {
      same.acknowledge();
      return;
    }
    servers.values().stream()
        .filter(server -> "INVITE".equals(server.request().method()))
        .filter(server -> server.request().callId().equals(ack.callId()))
        .filter(server -> server.request().cseq() == ack.cseq())
        .forEach(ServerTransaction::acknowledge);
  }

  /** The INVITE that a CANCEL names (RFC 3261 9.2). */
  Optional<ServerTransaction> canceled(SipRequest cancel) {
    return Optional.ofNullable(servers.get(key(cancel, "INVITE")));
  }

  private static String key(SipRequest request, String method) {
    Via via = request.topVia();
    return via.branch() + '|' + via.sentBy() + '|' + method;
  }

  @Override
  public void close() {
    timers.close();
    transport.close();
  }
}
