package org.tandemvoice.peer.sip;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.tandemvoice.peer.Waiting;

/**
 * A small telephone system with one user: it lets that one register and subscribe by digest, and
 * calls it. It can be down, and come up again.
 */
public final class TelephoneSystem implements AutoCloseable {

  private static final String REALM = "pbx.test";
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final SipTransport transport;
  private final SoftPhone phone;
  private final String algorithm;
  private final DigestClient expected;
  private final Queue<SipRequest> registers = new ConcurrentLinkedQueue<>();
  private final AtomicInteger registrations = new AtomicInteger();
  private volatile String contact = "";
  private volatile int granted = 3600;
  private volatile int least;
  private volatile int refusal;
  private volatile Optional<Dialog> watcher = Optional.empty();

  private TelephoneSystem(
      SipTransport transport, String algorithm, String user, String authUser, String password) {
    this.transport = transport;
    this.algorithm = algorithm;
    this.expected = new DigestClient(authUser, password);
    phone = SoftPhone.direct(user, transport).whenAsked(this::asked);
  }

  /** One that knows this user and challenges it with this algorithm: MD5 or SHA-256. */
  public static TelephoneSystem udp(
      String algorithm, String user, String authUser, String password) {
    return new TelephoneSystem(new UdpTransport(), algorithm, user, authUser, password);
  }

  public static TelephoneSystem tcp(
      String algorithm, String user, String authUser, String password) {
    return new TelephoneSystem(new TcpTransport(), algorithm, user, authUser, password);
  }

  /** One that shows the certificate of this context. */
  public static TelephoneSystem tls(
      SSLContext identity, String algorithm, String user, String password) {
    return new TelephoneSystem(
        TcpTransport.secureServer(identity), algorithm, user, user, password);
  }

  /** Its port on 127.0.0.1. */
  public int port() {
    return SipUri.parse("sip:" + transport.sentBy()).port();
  }

  public String transport() {
    return transport.protocol().toLowerCase(Locale.ROOT);
  }

  /** How long its registrations are valid. */
  public TelephoneSystem granting(int seconds) {
    granted = seconds;
    return this;
  }

  /** Refuses shorter registrations with 423. */
  public TelephoneSystem atLeast(int seconds) {
    least = seconds;
    return this;
  }

  /** Refuses everything with this status; 0 ends that. */
  public TelephoneSystem refusing(int status) {
    refusal = status;
    return this;
  }

  /** Hears nothing any more, and has forgotten who was registered. */
  public TelephoneSystem down() {
    contact = "";
    phone.endpoint().loseIncoming(message -> true, Integer.MAX_VALUE);
    return this;
  }

  public TelephoneSystem up() {
    phone.endpoint().loseIncoming(message -> false, 0);
    return this;
  }

  /** Where its user is; empty if it is not registered. */
  public String contact() {
    return contact;
  }

  /** How many registrations were accepted so far. */
  public int registrations() {
    return registrations.get();
  }

  /** The accepted ones and the refused ones. */
  public Queue<SipRequest> registers() {
    return registers;
  }

  public TelephoneSystem awaitRegistered() {
    return await("a registration", !contact.isEmpty() || waitFor(() -> !contact.isEmpty()));
  }

  public TelephoneSystem awaitUnregistered() {
    return await("the end of the registration", waitFor(() -> contact.isEmpty()));
  }

  public TelephoneSystem awaitRegistrations(int count) {
    return await(count + " registrations", waitFor(() -> registrations.get() >= count));
  }

  private static boolean waitFor(BooleanSupplier condition) {
    return Waiting.until(condition, PATIENCE);
  }

  private TelephoneSystem await(String what, boolean came) {
    if (!came) {
      throw phone.trace().failure("No " + what + " within " + PATIENCE);
    }
    return this;
  }

  /** Its side of the calls it makes and gets. */
  public SoftPhone phone() {
    return phone;
  }

  /** Calls its user, where it is registered. */
  public OutgoingCall dialUser() {
    return phone.dial(contact);
  }

  /** The subscription to the calls of its user; it must come in time. */
  public TelephoneSystem awaitWatcher() {
    return await("a subscription", waitFor(() -> watcher.isPresent()));
  }

  public TelephoneSystem awaitNoWatcher() {
    return await("the end of the subscription", waitFor(() -> watcher.isEmpty()));
  }

  /** Tells the subscriber of one call of its user in this state (RFC 4235). */
  public SipResponse tell(String state, int version) {
    Dialog dialog = watcher.orElseThrow();
    String body =
        """
        <?xml version="1.0"?>
        <dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="%d" state="full" entity="sip:x@y">
          <dialog id="1"><state>%s</state></dialog>
        </dialog-info>
        """
            .formatted(version, state);
    SipRequest notify =
        dialog
            .request("NOTIFY")
            .header("Event", "dialog")
            .header("Contact", "<" + phone.contactUri() + ">")
            .header("Subscription-State", "active;expires=100")
            .body("application/dialog-info+xml", body);
    return phone.endpoint().send(notify, phone.hopOf(dialog)).awaitFinal(phone.patience());
  }

  private boolean asked(ServerTransaction transaction) {
    SipRequest request = transaction.request();
    boolean mine = request.method().equals("REGISTER") || request.method().equals("SUBSCRIBE");
    if (mine) {
      transaction.respond(answer(request).toTag(SoftPhone.newTag()));
    }
    return mine;
  }

  private synchronized SipResponse answer(SipRequest request) {
    boolean register = request.method().equals("REGISTER");
    if (register) {
      registers.add(request);
    }
    if (refusal != 0) {
      return SipResponse.to(request, refusal);
    }
    Optional<String> proof = request.headers().first("Authorization");
    if (proof.isEmpty()) {
      return challenge(request);
    }
    if (!isRight(request, proof.get())) {
      return SipResponse.to(request, 403);
    }
    int asked = Integer.parseInt(request.headers().first("Expires").orElseThrow());
    if (asked > 0 && asked < least) {
      return SipResponse.to(request, 423).header("Min-Expires", Integer.toString(least));
    }
    return register ? registered(request, asked) : subscribed(request, asked);
  }

  private SipResponse registered(SipRequest request, int asked) {
    String given = request.headers().first("Contact").orElseThrow();
    if (asked == 0) {
      contact = "";
      return SipResponse.to(request, 200);
    }
    contact = NameAddress.parse(given).uri();
    registrations.incrementAndGet();
    int seconds = Math.min(asked, granted);
    return SipResponse.to(request, 200).header("Contact", given + ";expires=" + seconds);
  }

  private SipResponse subscribed(SipRequest request, int asked) {
    if (!request.headers().first("Event").orElse("").equals("dialog")) {
      return SipResponse.to(request, 489);
    }
    String tag = request.to().tag().isEmpty() ? SoftPhone.newTag() : request.to().tag();
    if (asked == 0) {
      watcher = Optional.empty();
    } else if (request.to().tag().isEmpty()) {
      watcher = Optional.of(Dialog.ofCallee(request, tag));
    }
    return SipResponse.to(request, 200)
        .toTag(tag)
        .header("Contact", "<" + phone.contactUri() + ">")
        .header("Expires", Integer.toString(Math.min(asked, granted)));
  }

  private SipResponse challenge(SipRequest request) {
    String digest =
        "Digest realm=\"%s\", nonce=\"%s\", algorithm=%s, qop=\"auth\""
            .formatted(REALM, UUID.randomUUID(), algorithm);
    return SipResponse.to(request, 401).header("WWW-Authenticate", digest);
  }

  private boolean isRight(SipRequest request, String proof) {
    DigestChallenge given = DigestChallenge.parse(proof);
    int count = Integer.parseInt(given.parameters().get("nc"), 16);
    String response =
        expected.response(
            given,
            request.method(),
            given.parameters().get("uri"),
            count,
            given.parameters().get("cnonce"));
    return given.algorithm().equals(algorithm)
        && expected.username().equals(given.parameters().get("username"))
        && response.equals(given.parameters().get("response"));
  }

  @Override
  public void close() {
    phone.close();
  }
}
