package org.tandemvoice.peer.sip;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tandemvoice.peer.rtp.Sdp;

/**
 * A SIP phone for tests: registers, calls, is called. Every wait has a deadline and fails with the
 * messages this phone has seen.
 */
public final class SoftPhone implements AutoCloseable {

  private static final String ALLOW = "INVITE, ACK, BYE, CANCEL, OPTIONS, INFO, NOTIFY";

  private final Account account;
  private final Optional<InetSocketAddress> server;
  private final SipTrace trace;
  private final SipEndpoint endpoint;
  private final DigestClient digest;
  private final Registration registration;
  private final Map<String, Call> calls = new ConcurrentHashMap<>();
  private final Map<String, IncomingCall> offered = new ConcurrentHashMap<>();
  private final BlockingQueue<IncomingCall> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Consumer<SipRequest>> notified = new ConcurrentHashMap<>();
  private final Queue<SipRequest> messages = new ConcurrentLinkedQueue<>();
  private volatile Consumer<IncomingCall> whenCalled = waiting::add;
  private volatile Duration patience = Duration.ofSeconds(8);
  private volatile int[] codecs = {0, 8};
  private volatile int packetMs = 20;
  private volatile boolean knowsEvents = true;
  private volatile boolean knowsUpdate = true;
  private volatile Predicate<ServerTransaction> clerk = transaction -> false;

  private SoftPhone(SipTransport transport, Optional<InetSocketAddress> server, Account account) {
    this.account = account;
    this.server = server;
    trace = new SipTrace(account.user() + "@" + transport.sentBy());
    endpoint = new SipEndpoint(transport, trace, this::requested);
    digest = new DigestClient(account.user(), account.password());
    registration = new Registration(this);
  }

  /** A phone whose every request outside a dialog goes to that server. */
  public static SoftPhone at(InetSocketAddress server, SipTransport transport, Account account) {
    return started(new SoftPhone(transport, Optional.of(server), account));
  }

  public static SoftPhone udp(InetSocketAddress server, Account account) {
    return at(server, new UdpTransport(), account);
  }

  public static SoftPhone tcp(InetSocketAddress server, Account account) {
    return at(server, new TcpTransport(), account);
  }

  public static SoftPhone webSocket(InetSocketAddress server, Account account) {
    return at(server, new WebSocketTransport(), account);
  }

  /** A phone without a server, called and calling by address. */
  public static SoftPhone direct(String user, SipTransport transport) {
    Account account = new Account(user, "", transport.sentBy());
    return started(new SoftPhone(transport, Optional.empty(), account));
  }

  private static SoftPhone started(SoftPhone phone) {
    phone.endpoint.start();
    return phone;
  }

  public SoftPhone patience(Duration newPatience) {
    patience = newPatience;
    return this;
  }

  /** The payload types this phone offers and accepts, in its order of preference. */
  public SoftPhone codecs(int... payloadTypes) {
    codecs = payloadTypes.clone();
    return this;
  }

  /** Likes packets of that length and sends such ones. */
  public SoftPhone packets(int ms) {
    packetMs = ms;
    return this;
  }

  /** Knows no RFC 4733 digits. */
  public SoftPhone withoutEvents() {
    knowsEvents = false;
    return this;
  }

  /** Knows no UPDATE (RFC 3311). */
  public SoftPhone withoutUpdate() {
    knowsUpdate = false;
    return this;
  }

  /** The value of its Allow headers. */
  String allow() {
    return knowsUpdate ? ALLOW + ", UPDATE" : ALLOW;
  }

  /** A description as this phone sends it. */
  Sdp described(Sdp sdp) {
    Sdp own = sdp.withPackets(packetMs);
    return knowsEvents ? own : own.withoutDigits();
  }

  /** Handles calls as they come instead of keeping them for {@link #expectCall()}. */
  public SoftPhone whenCalled(Consumer<IncomingCall> handler) {
    whenCalled = handler;
    return this;
  }

  /** Hands every NOTIFY of that Call-ID over, which is answered 200. */
  void whenNotified(String callId, Consumer<SipRequest> listener) {
    notified.put(callId, listener);
  }

  /** Lets somebody else see requests outside dialogs first; what is taken is not answered here. */
  SoftPhone whenAsked(Predicate<ServerTransaction> taker) {
    clerk = taker;
    return this;
  }

  public Account account() {
    return account;
  }

  /** Where a request to that URI goes: the server, or without one the address in the URI. */
  InetSocketAddress hopTo(String uri) {
    return server.orElseGet(
        () -> {
          SipUri target = SipUri.parse(uri);
          return new InetSocketAddress(target.host(), target.port() == 0 ? 5060 : target.port());
        });
  }

  public SipEndpoint endpoint() {
    return endpoint;
  }

  public SipTrace trace() {
    return trace;
  }

  public DigestClient digest() {
    return digest;
  }

  public Duration patience() {
    return patience;
  }

  int[] codecs() {
    return codecs.clone();
  }

  public Registration registration() {
    return registration;
  }

  /** Registers for an hour and expects success. */
  public SoftPhone register() {
    registration.expectOk(Duration.ofHours(1));
    return this;
  }

  public SoftPhone unregister() {
    registration.expectOk(Duration.ZERO);
    return this;
  }

  /** The URI where this phone is reached (RFC 3261 8.1.1.8, RFC 7118 5.2.4). */
  public String contactUri() {
    SipTransport transport = endpoint.transport();
    // RFC 7118 section 5.2.4: "ws" also stands for a secure WebSocket
    String name = transport.protocol().toLowerCase(Locale.ROOT).replace("wss", "ws");
    String parameter = transport.reliable() ? ";transport=" + name : "";
    return "sip:" + account.user() + "@" + transport.sentBy() + parameter;
  }

  /** A request outside any dialog with what RFC 3261 8.1.1 wants in it. */
  public SipRequest request(String method, String uri) {
    String from = new NameAddress("", account.addressOfRecord(), Map.of()).toString();
    return new SipRequest(method, uri)
        .header("Max-Forwards", "70")
        .header("From", from + ";tag=" + newTag())
        .header("To", "<" + uri + ">")
        .header("Call-ID", UUID.randomUUID().toString())
        .header("CSeq", "1 " + method)
        .header("Contact", "<" + contactUri() + ">")
        .header("User-Agent", "Tandem test phone");
  }

  /** Sends to the server and returns the final answer, whatever it is. */
  public SipResponse exchange(SipRequest request) {
    return endpoint.send(request, hopTo(request.uri())).awaitFinal(patience);
  }

  /** The same, and one more time with credentials when the answer is a challenge. */
  public SipResponse exchangeAuthenticated(SipRequest request) {
    return exchangeAuthenticated(request, hopTo(request.uri()));
  }

  /** Where a dialog's next request goes; a name without address is the server's business. */
  InetSocketAddress hopOf(Dialog dialog) {
    SipUri uri = SipUri.parse(dialog.nextHop());
    return uri.hasAddress()
        ? new InetSocketAddress(uri.host(), uri.port() == 0 ? 5060 : uri.port())
        : hopTo(dialog.nextHop());
  }

  SipResponse exchangeAuthenticated(SipRequest request, InetSocketAddress to) {
    SipRequest first = request.copy();
    SipResponse answer = endpoint.send(first, to).awaitFinal(patience);
    if (answer.status() != 401 && answer.status() != 407) {
      return answer;
    }
    SipResponse second = endpoint.send(authorized(request, answer), to).awaitFinal(patience);
    boolean stale =
        second.status() == answer.status() && digest.choose(DigestChallenge.of(second)).stale();
    return stale ? endpoint.send(authorized(request, second), to).awaitFinal(patience) : second;
  }

  /** The request again with credentials, a CSeq one higher and no Via (RFC 3261 22.2). */
  SipRequest authorized(SipRequest request, SipResponse challenged) {
    DigestChallenge challenge = digest.choose(DigestChallenge.of(challenged));
    SipRequest again = request.copy();
    again.headers().remove("Via");
    again.header("CSeq", challenged.cseq() + 1 + " " + request.method());
    String name = challenged.status() == 407 ? "Proxy-Authorization" : "Authorization";
    return again.header(name, digest.answer(challenge, request.method(), request.uri()));
  }

  public SipResponse options(String uri) {
    return exchange(request("OPTIONS", uri));
  }

  public OutgoingCall dial(String uri) {
    return dial(uri, invite -> {});
  }

  /** Dials after the INVITE was changed to the test's liking. */
  public OutgoingCall dial(String uri, Consumer<SipRequest> change) {
    return OutgoingCall.start(this, uri, hopTo(uri), change);
  }

  public IncomingCall expectCall() {
    return expectCall(patience);
  }

  public IncomingCall expectCall(Duration within) {
    try {
      IncomingCall call = waiting.poll(within.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.ofNullable(call).orElseThrow(() -> trace.failure("No call within " + within));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The instant messages this phone has got (RFC 3428). */
  public List<SipRequest> messages() {
    return List.copyOf(messages);
  }

  public void expectNoCall(Duration during) {
    try {
      if (waiting.poll(during.toMillis(), TimeUnit.MILLISECONDS) != null) {
        throw trace.failure("An unexpected call");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Every call that was answered on this phone or by the other side, ended or not. */
  public List<Call> calls() {
    return List.copyOf(calls.values());
  }

  void established(Call call) {
    calls.put(call.dialog().callId() + call.dialog().localTag(), call);
  }

  static String newTag() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  private void requested(ServerTransaction transaction) {
    SipRequest request = transaction.request();
    Call call = calls.get(request.callId() + request.to().tag());
    if ("CANCEL".equals(request.method())) {
      canceled(transaction);
    } else if (call != null) {
      call.received(transaction);
    } else if ("NOTIFY".equals(request.method()) && notified.containsKey(request.callId())) {
      transaction.respond(SipResponse.to(request, 200));
      notified.get(request.callId()).accept(request);
    } else if (clerk.test(transaction)) {
      trace.add(true, "here", "taken by the clerk: " + request.method());
    } else if (!request.to().tag().isEmpty()) {
      transaction.respond(SipResponse.to(request, 481)); // RFC 3261 12.2.2
    } else if ("INVITE".equals(request.method())) {
      IncomingCall incoming = new IncomingCall(this, transaction);
      offered.put(request.callId() + request.topVia().branch(), incoming);
      whenCalled.accept(incoming);
    } else if ("MESSAGE".equals(request.method())) {
      messages.add(request);
      transaction.respond(SipResponse.to(request, 200).toTag(newTag()));
    } else {
      int status = "OPTIONS".equals(request.method()) ? 200 : 405;
      transaction.respond(SipResponse.to(request, status).toTag(newTag()).header("Allow", allow()));
    }
  }

  private void canceled(ServerTransaction cancel) {
    SipRequest request = cancel.request();
    boolean known = endpoint.canceled(request).isPresent();
    cancel.respond(SipResponse.to(request, known ? 200 : 481).toTag(newTag()));
    Optional.ofNullable(offered.get(request.callId() + request.topVia().branch()))
        .ifPresent(IncomingCall::canceled);
  }

  @Override
  public void close() {
    calls.values().forEach(call -> call.media().close());
    offered.values().forEach(IncomingCall::closeMedia);
    endpoint.close();
  }
}
