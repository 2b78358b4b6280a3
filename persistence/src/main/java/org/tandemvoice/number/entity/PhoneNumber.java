package org.tandemvoice.number.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * A telephone number a customer owns. While it is not deleted, nobody else on this server can own
 * it.
 */
@Entity
@Table(name = "numbers")
public class PhoneNumber extends OwnedResource {

  private static final String VIRTUAL_PREFIX = "+899";
  private static final int RENEWAL_DAYS = 30;

  @Column(name = "number", nullable = false)
  private String e164;

  @Column(name = "live_number")
  private String liveE164;

  @Column(name = "call_flow_id", nullable = false)
  private UUID callFlowId;

  @Column(name = "message_flow_id", nullable = false)
  private UUID messageFlowId;

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  @Column(name = "rtp_debug", nullable = false)
  private boolean rtpDebug;

  @Column(name = "tm_purchase", nullable = false)
  private Instant tmPurchase;

  @Column(name = "tm_renew", nullable = false)
  private Instant tmRenew;

  protected PhoneNumber() {}

  /**
   * A number that is purchased now.
   *
   * @param e164 with its plus
   */
  public PhoneNumber(
      UUID id, CustomerId customer, String e164, NumberProfile profile, Instant now) {
    super(id, customer, now);
    this.e164 = e164;
    this.liveE164 = e164;
    this.tmPurchase = now;
    this.tmRenew = now.plus(RENEWAL_DAYS, ChronoUnit.DAYS);
    describe(profile);
  }

  public void change(NumberProfile profile, Instant now) {
    describe(profile);
    touch(now);
  }

  private void describe(NumberProfile profile) {
    name = profile.name();
    detail = profile.detail();
    callFlowId = profile.callFlowId();
    messageFlowId = profile.messageFlowId();
  }

  /** Notes whether the media of its calls is to be looked into. */
  public void debugRtp(boolean isWanted, Instant now) {
    rtpDebug = isWanted;
    touch(now);
  }

  public boolean isRtpDebugged() {
    return rtpDebug;
  }

  /** Whether its term ends before that time. */
  public boolean endsBefore(Instant time) {
    return tmRenew.isBefore(time);
  }

  /** It is the customer's for another term: behind the present one, or from now if that is over. */
  public void renew(Instant now) {
    Instant from = tmRenew.isAfter(now) ? tmRenew : now;
    tmRenew = from.plus(RENEWAL_DAYS, ChronoUnit.DAYS);
    touch(now);
  }

  @Override
  public void delete(Instant now) {
    super.delete(now);
    liveE164 = null;
  }

  public NumberProfile profile() {
    return new NumberProfile(name, detail, callFlowId, messageFlowId);
  }

  /** With its plus. */
  public String e164() {
    return e164;
  }

  /** Virtual numbers (+899 and nine digits) exist on this server only (contract section 15). */
  public boolean isVirtual() {
    return e164.startsWith(VIRTUAL_PREFIX);
  }

  public Instant purchasedAt() {
    return tmPurchase;
  }

  /** When its term ends. */
  public Instant renewalAt() {
    return tmRenew;
  }
}
