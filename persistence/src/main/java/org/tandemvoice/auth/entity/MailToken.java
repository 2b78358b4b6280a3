package org.tandemvoice.auth.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * That whoever received a mail may do one thing, once, for a while. The row holds only the SHA-256
 * of the token in the mail; it goes when the token is used.
 */
@Entity
@Table(name = "mail_tokens")
public class MailToken {

  @Id private UUID id;

  @Column(name = "customer_id", nullable = false)
  private UUID customerId;

  @Column(name = "agent_id", nullable = false)
  private UUID agentId;

  @Enumerated(EnumType.STRING)
  @Column(name = "purpose", nullable = false)
  private MailPurpose purpose;

  @Column(name = "token_hash", nullable = false)
  private String tokenHash;

  @Column(name = "tm_create", nullable = false)
  private Instant tmCreate;

  @Column(name = "tm_expire", nullable = false)
  private Instant tmExpire;

  @Version private long version;

  protected MailToken() {}

  /** For this agent, from now on. */
  public MailToken(
      UUID id, MailRecipient recipient, MailPurpose purpose, MailSecret secret, Instant now) {
    this.id = id;
    this.customerId = recipient.customer().value();
    this.agentId = recipient.agent();
    this.purpose = purpose;
    this.tokenHash = secret.sha256();
    this.tmCreate = now;
    this.tmExpire = now.plus(life(purpose));
  }

  private static Duration life(MailPurpose purpose) {
    return switch (purpose) {
      case VERIFY_EMAIL -> Duration.ofDays(2);
      case RESET_PASSWORD -> Duration.ofHours(1);
    };
  }

  public boolean isValid(MailPurpose wanted, Instant now) {
    return purpose == wanted && now.isBefore(tmExpire);
  }

  public MailRecipient recipient() {
    return new MailRecipient(new CustomerId(customerId), agentId);
  }
}
