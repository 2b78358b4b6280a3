package org.tandemvoice.sip.presence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import org.tandemvoice.presence.control.PartyState;
import org.tandemvoice.presence.control.WatchedParty;

/**
 * A subscription of a phone to the state of somebody (RFC 6665 section 4.2). Only the owner of its
 * application session may touch it, but for what never changes.
 */
final class Watcher {

  private static final String ATTRIBUTE = Watcher.class.getName();

  private final SipSession dialog;
  private final WatchedParty party;
  private final EventPackage event;
  private final String eventHeader;
  private final String entity;
  private volatile Instant expiry;
  private int version;
  private PartyState told;

  Watcher(SipServletRequest subscribe, WatchedParty party, EventPackage event) {
    this.dialog = subscribe.getSession();
    this.party = party;
    this.event = event;
    this.eventHeader = subscribe.getHeader("Event");
    this.entity = subscribe.getTo().getURI().toString();
    application().setAttribute(ATTRIBUTE, this);
  }

  /** The subscription a message belongs to; empty if it has none. */
  static Optional<Watcher> of(SipServletMessage message) {
    SipApplicationSession application = message.getApplicationSession(false);
    return application != null && application.isValid()
        ? Optional.ofNullable((Watcher) application.getAttribute(ATTRIBUTE))
        : Optional.empty();
  }

  SipApplicationSession application() {
    return dialog.getApplicationSession();
  }

  WatchedParty party() {
    return party;
  }

  void extend(Instant until) {
    expiry = until;
  }

  boolean isExpired(Instant now) {
    return !now.isBefore(expiry);
  }

  /** Tells the whole state, if that is news or asked for. */
  void tell(PartyState state, boolean anyway, Instant now) throws IOException {
    if (anyway || !state.equals(told)) {
      told = state;
      long left = Math.max(0, Duration.between(now, expiry).toSeconds());
      notify(state, "active;expires=" + left);
    }
  }

  /** The last word; with the state if there is one. */
  void end(Optional<PartyState> state, String reason) throws IOException {
    String terminated = "terminated;reason=" + reason;
    if (state.isPresent()) {
      notify(state.get(), terminated);
    } else {
      request(terminated).send();
    }
  }

  private void notify(PartyState state, String subscriptionState) throws IOException {
    SipServletRequest notify = request(subscriptionState);
    String document = StateDocument.of(event, entity, version++, state);
    notify.setContent(document.getBytes(StandardCharsets.UTF_8), event.mediaType());
    notify.send();
  }

  private SipServletRequest request(String subscriptionState) {
    SipServletRequest notify = dialog.createRequest("NOTIFY");
    notify.setHeader("Event", eventHeader);
    notify.setHeader("Subscription-State", subscriptionState);
    return notify;
  }

  boolean isValid() {
    return dialog.isValid() && application().isValid();
  }
}
