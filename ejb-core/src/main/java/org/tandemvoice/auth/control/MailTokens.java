package org.tandemvoice.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.tandemvoice.auth.entity.MailPurpose;
import org.tandemvoice.auth.entity.MailRecipient;
import org.tandemvoice.auth.entity.MailSecret;
import org.tandemvoice.auth.entity.MailToken;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;

/** The repository of tokens that are sent by mail. An agent has one of each purpose at most. */
@ApplicationScoped
public class MailTokens {

  /** No agent gets more mails than this often, whoever asks for them. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final SecureRandom random = new SecureRandom();

  @PersistenceContext private EntityManager entityManager;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /** A new one, in place of any before; empty if that is too young for another mail. */
  Optional<MailSecret> issue(MailRecipient recipient, MailPurpose purpose) {
    if (isYoung(recipient, purpose)) {
      return Optional.empty();
    }
    withdraw(recipient, purpose);
    MailSecret secret = MailSecret.random(random);
    entityManager.persist(new MailToken(ids.next(), recipient, purpose, secret, clock.instant()));
    return Optional.of(secret);
  }

  private boolean isYoung(MailRecipient recipient, MailPurpose purpose) {
    return !entityManager
        .createQuery(
            "select t.id from MailToken t where t.agentId = :agent and t.purpose = :purpose"
                + " and t.tmCreate > :young")
        .setParameter("agent", recipient.agent())
        .setParameter("purpose", purpose)
        .setParameter("young", clock.instant().minus(PAUSE))
        .getResultList()
        .isEmpty();
  }

  private void withdraw(MailRecipient recipient, MailPurpose purpose) {
    entityManager
        .createQuery("delete from MailToken t where t.agentId = :agent and t.purpose = :purpose")
        .setParameter("agent", recipient.agent())
        .setParameter("purpose", purpose)
        .executeUpdate();
  }

  /**
   * Whom it was sent to; it is worth nothing from then on.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT} if it never was, is used or too old
   */
  MailRecipient use(String text, MailPurpose purpose) {
    MailToken token =
        Optional.of(text)
            .filter(MailSecret::isOne)
            .flatMap(form -> lock(new MailSecret(form)))
            .filter(found -> found.isValid(purpose, clock.instant()))
            .orElseThrow(MailTokens::worthless);
    entityManager.remove(token);
    return token.recipient();
  }

  private Optional<MailToken> lock(MailSecret secret) {
    return entityManager
        .createQuery("select t from MailToken t where t.tokenHash = :hash", MailToken.class)
        .setParameter("hash", secret.sha256())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  static PlatformException worthless() {
    return PlatformException.invalid("token", "is unknown, used or too old: ask for another mail");
  }
}
