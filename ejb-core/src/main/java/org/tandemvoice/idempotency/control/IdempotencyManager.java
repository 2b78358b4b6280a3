package org.tandemvoice.idempotency.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.idempotency.entity.IdempotencyRecord;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.secret.control.SecretCipher;

/**
 * Sees to it that a request with a key is carried out once at most. The key is committed before the
 * request begins and the answer after it ended; if the server dies between the two, nobody knows
 * what was done, and the key is refused until it expires rather than doing it again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IdempotencyManager {

  /** How long a key is remembered. */
  public static final Duration LIFE = Duration.ofHours(24);

  @Inject private IdempotencyRecords records;
  @Inject private SecretCipher cipher;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /** The id of a request that may begin; empty if the key is in use. */
  public Optional<UUID> begin(CustomerId customer, String key, String requestHash) {
    UUID id = ids.next();
    IdempotencyRecord record =
        new IdempotencyRecord(id, customer, key, requestHash, clock.instant());
    return records.add(record) ? Optional.of(id) : Optional.empty();
  }

  /**
   * The answer of the request that has the key; empty if the key is free by now.
   *
   * @throws PlatformException {@code IDEMPOTENCY_KEY_REUSED} for another request, {@code
   *     IDEMPOTENCY_KEY_IN_USE} while there is no answer
   */
  public Optional<KeptAnswer> answer(CustomerId customer, String key, String requestHash) {
    Optional<IdempotencyRecord> found = records.find(customer, key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    IdempotencyRecord record = found.get();
    if (clock.instant().isAfter(record.createdAt().plus(LIFE))) {
      records.remove(record);
      return Optional.empty();
    }
    if (!record.isFor(requestHash)) {
      throw new PlatformException(
          ErrorCode.IDEMPOTENCY_KEY_REUSED,
          "this Idempotency-Key was used for another request: make a new key");
    }
    if (!record.isAnswered()) {
      throw new PlatformException(
          ErrorCode.IDEMPOTENCY_KEY_IN_USE,
          "the first request with this Idempotency-Key has no answer yet: wait, and if it stays so"
              + " look for what it made before you repeat it with a new key");
    }
    return Optional.of(
        new KeptAnswer(
            record.status(),
            record.contentType(),
            record.sealedBody().isEmpty() ? "" : cipher.open(record.id(), record.sealedBody())));
  }

  /** The request is over. Its answer may hold secrets, so it is kept sealed. */
  public void end(UUID id, KeptAnswer answer) {
    records
        .find(id)
        .ifPresent(
            record ->
                record.answer(
                    answer.status(),
                    answer.contentType(),
                    answer.body().isEmpty() ? "" : cipher.seal(id, answer.body())));
  }

  /** The request was refused before anything was done: the key may be used again. */
  public void release(UUID id) {
    records.find(id).ifPresent(records::remove);
  }

  public int forget() {
    return records.deleteBefore(clock.instant().minus(LIFE));
  }
}
