package org.tandemvoice.sip.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.extension.control.ExtensionCredential;
import org.tandemvoice.presence.control.PresenceManager;
import org.tandemvoice.presence.control.WatchedParty;
import org.tandemvoice.sip.b2bua.PhoneProof;
import org.tandemvoice.sip.method.MethodHandler;
import org.tandemvoice.sip.method.RequestRules;
import org.tandemvoice.sip.pbx.PbxSubscriber;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.RefusedException;
import org.tandemvoice.sip.uri.SipUriText;

/**
 * SUBSCRIBE (RFC 6665 section 4.2.1): a phone watches the calls or the presence of an extension or
 * agent of its own customer. Also the answers to ours.
 */
@ApplicationScoped
public class SubscribeHandler implements MethodHandler {

  private static final int LONGEST_SECONDS = 3600;
  private static final int AFTERLIFE_MINUTES = 2;

  @Inject private PhoneProof proof;
  @Inject private PresenceManager presence;
  @Inject private Watchers watchers;
  @Inject private PbxSubscriber outside;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "SUBSCRIBE_MIN_SECONDS", defaultValue = "60")
  private int leastSeconds;

  @Override
  public String method() {
    return "SUBSCRIBE";
  }

  @Override
  public void handle(SipServletRequest subscribe) throws IOException {
    try {
      if (subscribe.isInitial()) {
        begin(subscribe);
      } else {
        refresh(subscribe);
      }
    } catch (RefusedException refused) {
      refused.refusal().send(subscribe);
    }
  }

  private void begin(SipServletRequest subscribe) throws IOException {
    RequestRules.hops(subscribe).ifPresent(SubscribeHandler::refuse);
    EventPackage event = event(subscribe);
    int seconds = seconds(subscribe);
    ExtensionCredential phone = proof.of(subscribe);
    if (!watchers.hasRoom(phone.customerId())) {
      refuse(Refusal.of(SipServletResponse.SC_SERVICE_UNAVAILABLE));
    }
    WatchedParty party =
        SipUriText.parse(subscribe.getRequestURI().toString())
            .flatMap(uri -> presence.find(phone.customerId(), uri.user()))
            .orElseThrow(() -> new RefusedException(Refusal.of(SipServletResponse.SC_NOT_FOUND)));
    subscribe.getApplicationSession().setInvalidateWhenReady(false);
    accept(subscribe, new Watcher(subscribe, party, event), seconds);
  }

  private void refresh(SipServletRequest subscribe) throws IOException {
    Watcher watcher =
        Watcher.of(subscribe)
            .filter(watchers::has)
            .orElseThrow(
                () -> new RefusedException(Refusal.of(SipServletResponse.SC_CALL_LEG_DONE)));
    accept(subscribe, watcher, seconds(subscribe));
  }

  private void accept(SipServletRequest subscribe, Watcher watcher, int seconds)
      throws IOException {
    watcher.extend(clock.instant().plusSeconds(seconds));
    watcher.application().setExpires(seconds / 60 + AFTERLIFE_MINUTES);
    SipServletResponse ok = subscribe.createResponse(SipServletResponse.SC_OK);
    ok.setHeader("Expires", Integer.toString(seconds));
    ok.send();
    if (seconds == 0) {
      watchers.fetch(watcher);
    } else {
      watchers.begin(watcher);
    }
  }

  /** RFC 6665 sections 4.2.1.1 and 8.2.1. */
  private static EventPackage event(SipServletRequest subscribe) {
    String header = Optional.ofNullable(subscribe.getHeader("Event")).orElse("");
    EventPackage event =
        EventPackage.of(header.split(";")[0].strip().toLowerCase(Locale.ROOT))
            .orElseThrow(
                () ->
                    new RefusedException(
                        Refusal.of(SipServletResponse.SC_BAD_EVENT)
                            .with("Allow-Events", "dialog, presence")));
    if (subscribe.getHeader("Accept") != null
        && !RequestRules.lists(subscribe, "Accept", event.mediaType())) {
      refuse(Refusal.of(SipServletResponse.SC_NOT_ACCEPTABLE).with("Accept", event.mediaType()));
    }
    return event;
  }

  /** Shorter than asked for is allowed, longer is not (RFC 6665 section 4.2.1.1). */
  private int seconds(SipServletRequest subscribe) {
    String header = subscribe.getHeader("Expires");
    int asked = LONGEST_SECONDS;
    try {
      asked = header == null ? LONGEST_SECONDS : Integer.parseInt(header.strip());
    } catch (NumberFormatException unreadable) {
      refuse(Refusal.of(SipServletResponse.SC_BAD_REQUEST).because("Malformed Expires"));
    }
    if (asked < 0) {
      refuse(Refusal.of(SipServletResponse.SC_BAD_REQUEST).because("Malformed Expires"));
    }
    if (asked > 0 && asked < leastSeconds) {
      refuse(
          Refusal.of(SipServletResponse.SC_INTERVAL_TOO_BRIEF)
              .with("Min-Expires", Integer.toString(leastSeconds)));
    }
    return Math.min(asked, LONGEST_SECONDS);
  }

  private static void refuse(Refusal refusal) {
    throw new RefusedException(refusal);
  }

  @Override
  public void handle(SipServletResponse response) {
    outside.responded(response);
  }
}
