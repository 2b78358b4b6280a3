package org.tandemvoice.pbx.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * The registration of an agent at a telephone system of somebody else (seed 004), and what has
 * become of it. An agent has one; a deleted one stays until the telephone system has been told.
 */
@Entity
@Table(name = "pbx_registrations")
public class PbxRegistration extends OwnedResource {

  private static final int REASON_LENGTH = 255;

  @Column(name = "agent_id", nullable = false)
  private UUID agentId;

  @Column(name = "live_agent_id")
  private UUID liveAgentId;

  @Column(name = "token", nullable = false)
  private String token;

  @Column(name = "sip_domain", nullable = false)
  private String sipDomain;

  @Column(name = "username", nullable = false)
  private String username;

  @Column(name = "auth_username", nullable = false)
  private String authUsername;

  @Column(name = "proxy", nullable = false)
  private String proxy;

  @Column(name = "port", nullable = false)
  private int port;

  @Column(name = "transport", nullable = false)
  private String transport;

  @Column(name = "sealed_password", nullable = false)
  private String sealedPassword;

  @Column(name = "did", nullable = false)
  private String did;

  @Column(name = "subscribes", nullable = false)
  private boolean subscribes;

  @Column(name = "revision", nullable = false)
  private int revision;

  @Enumerated(EnumType.STRING)
  @Column(name = "state", nullable = false)
  private PbxState state = PbxState.REGISTERING;

  @Column(name = "last_code", nullable = false)
  private int lastCode;

  @Column(name = "last_reason", nullable = false)
  private String lastReason = "";

  @Column(name = "failures", nullable = false)
  private int failures;

  @Column(name = "asked_seconds", nullable = false)
  private int askedSeconds;

  @Column(name = "tm_registered")
  private Instant tmRegistered;

  @Column(name = "tm_expires")
  private Instant tmExpires;

  @Column(name = "tm_due")
  private Instant tmDue;

  @Column(name = "subscription_code", nullable = false)
  private int subscriptionCode;

  @Column(name = "watched_busy", nullable = false)
  private boolean watchedBusy;

  @Column(name = "tm_subscribed_until")
  private Instant tmSubscribedUntil;

  @Column(name = "tm_subscription_due")
  private Instant tmSubscriptionDue;

  @Column(name = "node_id")
  private String nodeId;

  protected PbxRegistration() {}

  /**
   * @param token names it in the address that the telephone system calls, and nobody can guess it
   * @param askedSeconds how long it is to be valid
   */
  public PbxRegistration(
      UUID id, CustomerId customer, UUID agent, String token, int askedSeconds, Instant now) {
    super(id, customer, now);
    this.agentId = agent;
    this.liveAgentId = agent;
    this.token = token;
    this.askedSeconds = askedSeconds;
  }

  /** Registers as this user from now on. */
  public void begin(PbxAccount account, PbxTerms terms, Instant now) {
    sipDomain = account.sipDomain();
    username = account.username();
    authUsername = account.authUsername();
    proxy = account.proxy();
    port = account.port();
    transport = account.transport();
    accept(terms);
    tmDue = now;
  }

  private void accept(PbxTerms terms) {
    sealedPassword = terms.sealedPassword();
    did = terms.did();
    subscribes = terms.subscribes();
  }

  /** The same account on other terms: it registers anew at once. */
  public void change(PbxTerms terms, Instant now) {
    accept(terms);
    revision++;
    failures = 0;
    transitionTo(PbxState.REGISTERING);
    tmDue = now;
    tmSubscriptionDue = terms.subscribes() || tmSubscribedUntil != null ? now : null;
    touch(now);
  }

  /** It is there no longer; the telephone system will be told. */
  @Override
  public void delete(Instant now) {
    super.delete(now);
    if (liveAgentId != null) {
      liveAgentId = null;
      revision++;
      transitionTo(PbxState.UNREGISTERING);
      tmDue = now;
      tmSubscriptionDue = null;
    }
  }

  /**
   * This node asks the telephone system now.
   *
   * @param patience when it is asked again if there is no answer at all
   */
  public void attempt(String node, Instant patience) {
    nodeId = node;
    tmDue = patience;
  }

  /** The same for the subscription. */
  public void attemptSubscription(Instant patience) {
    tmSubscriptionDue = patience;
  }

  /** This node keeps it from now on; what its process before has told may be known no longer. */
  public void resume(String node, Instant now) {
    nodeId = node;
    tmDue = now;
    if (subscribes && !isDeleted()) {
      tmSubscriptionDue = now;
      tmSubscribedUntil = null;
    }
  }

  /** The telephone system has agreed for so long. */
  public void registered(Duration validity, Instant refresh, Instant now) {
    answered(200, "OK");
    failures = 0;
    if (isDeleted()) {
      ended();
      return;
    }
    transitionTo(PbxState.REGISTERED);
    tmRegistered = now;
    tmExpires = now.plus(validity);
    tmDue = refresh;
    if (subscribes && tmSubscriptionDue == null) {
      tmSubscriptionDue = now;
    }
  }

  /** The telephone system has refused, or cannot be reached. */
  public void failed(int code, String reason, Instant next) {
    answered(code, reason);
    failures++;
    if (isDeleted()) {
      ended();
      return;
    }
    transitionTo(PbxState.FAILED);
    tmDue = next;
  }

  /** The telephone system wants to be asked less often (RFC 3261 section 10.2.8). */
  public void ask(int seconds) {
    askedSeconds = Math.max(askedSeconds, seconds);
  }

  private void ended() {
    transitionTo(PbxState.UNREGISTERED);
    tmExpires = null;
    tmDue = null;
  }

  private void answered(int code, String reason) {
    lastCode = code;
    lastReason = reason.length() > REASON_LENGTH ? reason.substring(0, REASON_LENGTH) : reason;
  }

  /** The only way the state changes. */
  private void transitionTo(PbxState next) {
    if (!next.mayFollow(state)) {
      throw new IllegalStateException("a registration that is " + state + " cannot be " + next);
    }
    state = next;
  }

  /** The telephone system tells of the user's calls for so long, or not at all. */
  public void subscribed(int code, Optional<Instant> until, Optional<Instant> next) {
    subscriptionCode = code;
    tmSubscribedUntil = until.orElse(null);
    tmSubscriptionDue = subscribes ? next.orElse(null) : null;
    if (until.isEmpty()) {
      watchedBusy = false;
    }
  }

  /** The telephone system says whether the user has calls. */
  public void watched(boolean busy) {
    watchedBusy = busy;
  }

  public UUID agentId() {
    return agentId;
  }

  public String token() {
    return token;
  }

  public PbxAccount account() {
    return new PbxAccount(sipDomain, username, authUsername, proxy, port, transport);
  }

  public PbxTerms terms() {
    return new PbxTerms(sealedPassword, did, subscribes);
  }

  /** Counts the changes: what was asked before the last one counts no longer. */
  public int revision() {
    return revision;
  }

  public PbxState state() {
    return state;
  }

  /** The last answer; 0 if there was none yet. */
  public int lastCode() {
    return lastCode;
  }

  public String lastReason() {
    return lastReason;
  }

  /** How often it has failed since it last succeeded. */
  public int failures() {
    return failures;
  }

  public int askedSeconds() {
    return askedSeconds;
  }

  public Optional<Instant> registeredAt() {
    return Optional.ofNullable(tmRegistered);
  }

  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(tmExpires);
  }

  /** When it is next asked for. */
  public Optional<Instant> dueAt() {
    return Optional.ofNullable(tmDue);
  }

  public int subscriptionCode() {
    return subscriptionCode;
  }

  public boolean isWatchedBusy() {
    return watchedBusy;
  }

  public Optional<Instant> subscribedUntil() {
    return Optional.ofNullable(tmSubscribedUntil);
  }

  public Optional<Instant> subscriptionDueAt() {
    return Optional.ofNullable(tmSubscriptionDue);
  }

  /** The node that has asked last; empty if none has. */
  public Optional<String> nodeId() {
    return Optional.ofNullable(nodeId);
  }
}
