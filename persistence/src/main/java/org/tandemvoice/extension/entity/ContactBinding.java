package org.tandemvoice.extension.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * Where an extension can be reached for a while: one contact of its address-of-record (RFC 3261
 * section 10). It keeps the source of the REGISTER where that, and not the contact, leads to the
 * phone: behind a NAT, and over connections.
 */
@Entity
@Table(name = "contact_bindings")
public class ContactBinding {

  @Id private UUID id;

  @Column(name = "customer_id", nullable = false)
  private UUID customerId;

  @Column(name = "extension_id", nullable = false)
  private UUID extensionId;

  @Column(name = "contact", nullable = false)
  private String contact;

  @Column(name = "contact_key", nullable = false)
  private String contactKey;

  @Column(name = "flow", nullable = false)
  private String flow;

  @Lob
  @Column(name = "path", nullable = false)
  private String path;

  @Column(name = "q_thousandths", nullable = false)
  private int qThousandths;

  @Column(name = "register_call_id", nullable = false)
  private String callId;

  @Column(name = "register_cseq", nullable = false)
  private long cseq;

  @Column(name = "user_agent", nullable = false)
  private String userAgent;

  @Column(name = "tm_register", nullable = false)
  private Instant tmRegister;

  @Column(name = "tm_expire", nullable = false)
  private Instant tmExpire;

  @Column(name = "node_id", nullable = false)
  private String nodeId;

  @Column(name = "tm_silent")
  private Instant tmSilent;

  @Version private long version;

  protected ContactBinding() {}

  /** A contact that was not registered yet. */
  public ContactBinding(
      UUID id,
      CustomerId customerId,
      UUID extensionId,
      RegisteredContact registered,
      RegisterOrigin origin,
      Instant now) {
    this.id = id;
    this.customerId = customerId.value();
    this.extensionId = extensionId;
    this.contactKey = registered.key();
    refresh(registered, origin, now);
  }

  /** Takes over what a later REGISTER says about the same contact. */
  public final void refresh(RegisteredContact registered, RegisterOrigin origin, Instant now) {
    contact = registered.uri();
    qThousandths = registered.qThousandths();
    flow = registered.flow();
    path = String.join("\n", origin.path());
    callId = origin.callId();
    cseq = origin.cseq();
    userAgent = origin.userAgent();
    tmRegister = now;
    tmExpire = now.plus(registered.expires());
    nodeId = origin.node();
    tmSilent = null;
  }

  /**
   * Whether a REGISTER may change this binding: one of another Call-ID (the phone was restarted),
   * or a later one of the same (RFC 3261 section 10.3 step 7).
   */
  public boolean yieldsTo(RegisterOrigin origin) {
    return !callId.equals(origin.callId()) || cseq < origin.cseq();
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(tmExpire);
  }

  /** What is left of its time; zero if it has expired. */
  public Duration remaining(Instant now) {
    return isExpired(now) ? Duration.ZERO : Duration.between(now, tmExpire);
  }

  /** It has not answered what it was asked then, and has not registered since. */
  public void fellSilent(Instant asked, Instant now) {
    if (tmSilent == null && tmRegister.isBefore(asked)) {
      tmSilent = now;
    }
  }

  /** It has answered. */
  public void answered() {
    tmSilent = null;
  }

  /** Whether it did not answer when it was asked last; a REGISTER is as good as an answer. */
  public boolean isSilent() {
    return tmSilent != null;
  }

  /** Since when it does not answer; empty if it does. */
  public Optional<Instant> silentSince() {
    return Optional.ofNullable(tmSilent);
  }

  /** Whether it is reached by datagrams, and not by a connection that tells when it ends. */
  public boolean isReachedByDatagrams() {
    String way = (flow.isEmpty() ? contact : flow).toLowerCase(Locale.ROOT);
    return way.startsWith("sip:")
        && (way.contains(";transport=udp") || !way.contains(";transport="));
  }

  public UUID id() {
    return id;
  }

  public CustomerId customerId() {
    return new CustomerId(customerId);
  }

  public UUID extensionId() {
    return extensionId;
  }

  /** The contact URI as the phone sent it. */
  public String contact() {
    return contact;
  }

  /** The same for equal contacts (RFC 3261 section 19.1.4). */
  public String contactKey() {
    return contactKey;
  }

  /** Where to really send, as a SIP URI with its transport; empty if to the contact itself. */
  public String flow() {
    return flow;
  }

  /** Path values, outermost first (RFC 3327). */
  public List<String> path() {
    return path.lines().toList();
  }

  /** Preference, 0 to 1000. */
  public int qThousandths() {
    return qThousandths;
  }

  public String userAgent() {
    return userAgent;
  }

  public Instant registeredAt() {
    return tmRegister;
  }

  public Instant expiresAt() {
    return tmExpire;
  }
}
