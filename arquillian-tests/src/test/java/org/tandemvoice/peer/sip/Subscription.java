package org.tandemvoice.peer.sip;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandemvoice.peer.Waiting;

/** A phone's subscription to the state of somebody (RFC 6665), and what it has been told. */
public final class Subscription {

  private static final Pattern VERSION = Pattern.compile(" version=\"(\\d+)\" ");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SoftPhone phone;
  private final String uri;
  private final String event;
  private final List<SipRequest> told = new CopyOnWriteArrayList<>();
  private Optional<Dialog> dialog = Optional.empty();

  private Subscription(SoftPhone phone, String uri, String event) {
    this.phone = phone;
    this.uri = uri;
    this.event = event;
  }

  public static Subscription to(SoftPhone phone, String uri, String event) {
    return new Subscription(phone, uri, event);
  }

  /** Subscribes and expects that to be accepted; 0 asks for the state once. */
  public Subscription begin(int seconds) {
    SipResponse answer = ask(seconds);
    if (answer.status() != 200) {
      throw phone.trace().failure("SUBSCRIBE was answered " + answer.startLine());
    }
    dialog = Optional.of(Dialog.ofCaller(answer));
    return this;
  }

  /** Subscribes, whatever the answer. */
  public SipResponse ask(int seconds) {
    SipRequest subscribe =
        phone
            .request("SUBSCRIBE", uri)
            .header("Event", event)
            .header("Expires", Integer.toString(seconds));
    phone.whenNotified(subscribe.callId(), told::add);
    return phone.exchangeAuthenticated(subscribe);
  }

  /** Subscribes again within the dialog. */
  public SipResponse refresh(int seconds) {
    Dialog mine = dialog.orElseThrow();
    SipRequest subscribe =
        mine.request("SUBSCRIBE")
            .header("Event", event)
            .header("Contact", "<" + phone.contactUri() + ">")
            .header("Expires", Integer.toString(seconds));
    return phone.endpoint().send(subscribe, phone.hopOf(mine)).awaitFinal(phone.patience());
  }

  public void end() {
    refresh(0);
  }

  /** Waits until what was told last is so. */
  public void await(Predicate<SipRequest> wanted) {
    boolean came = Waiting.until(() -> !told.isEmpty() && wanted.test(newest()), PATIENCE);
    if (!came) {
      throw phone.trace().failure("No such NOTIFY within " + PATIENCE);
    }
  }

  public SipRequest newest() {
    return told.get(told.size() - 1);
  }

  public int count() {
    return told.size();
  }

  /** The version numbers of what was told, in the order of arrival. */
  public List<Integer> versions() {
    return told.stream()
        .map(SipMessage::text)
        .map(VERSION::matcher)
        .filter(Matcher::find)
        .map(found -> Integer.valueOf(found.group(1)))
        .toList();
  }
}
