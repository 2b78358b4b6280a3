package org.tandemvoice.pbx.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.node.control.Node;
import org.tandemvoice.pbx.entity.PbxRegistration;
import org.tandemvoice.pbx.entity.PbxState;

/**
 * What becomes of registrations at other telephone systems. One node keeps each, as the telephone
 * system calls that node; another takes it over when that one is silent.
 */
@Stateless
public class PbxRegistrations {

  @Inject private PbxRecords records;
  @Inject private PbxDocument document;
  @Inject private PbxEvents events;
  @Inject private PbxSettings settings;
  @Inject private Node node;
  @Inject private Clock clock;

  /** This process has just begun: all it kept before is to be registered again. */
  public void resume() {
    takeOver(node.id());
  }

  /**
   * All that this silent node kept is this node's from now on, and is to be registered again.
   *
   * @return how many
   */
  public int takeOver(String silent) {
    Instant now = clock.instant();
    List<PbxRegistration> taken =
        records.keptBy(silent).stream()
            .flatMap(id -> records.lock(id).stream())
            .filter(row -> row.nodeId().equals(Optional.of(silent)))
            .filter(row -> row.state() != PbxState.UNREGISTERED)
            .toList();
    taken.forEach(row -> row.resume(node.id(), now));
    return taken.size();
  }

  /** Those to be asked for now by this node. */
  public List<UUID> due() {
    return records.due(clock.instant(), node.id());
  }

  /** Takes it upon this node to ask for it now; empty if that is done already. */
  public Optional<PbxAttempt> attempt(UUID id) {
    Instant now = clock.instant();
    Optional<PbxRegistration> row =
        records
            .lock(id)
            .filter(found -> found.dueAt().filter(due -> !due.isAfter(now)).isPresent())
            .filter(found -> found.nodeId().map(node.id()::equals).orElse(true));
    row.ifPresent(found -> found.attempt(node.id(), now.plus(PbxSettings.PATIENCE)));
    return row.map(found -> attempt(found, found.isDeleted() ? 0 : found.askedSeconds()));
  }

  /** The same for its subscription, which is asked for only while it is registered. */
  public Optional<PbxAttempt> attemptSubscription(UUID id) {
    Instant now = clock.instant();
    Optional<PbxRegistration> row =
        records
            .lock(id)
            .filter(found -> found.state() == PbxState.REGISTERED)
            .filter(found -> found.nodeId().equals(Optional.of(node.id())))
            .filter(
                found -> found.subscriptionDueAt().filter(due -> !due.isAfter(now)).isPresent());
    row.ifPresent(found -> found.attemptSubscription(now.plus(PbxSettings.PATIENCE)));
    return row.map(
        found -> attempt(found, found.terms().subscribes() ? 2 * found.askedSeconds() : 0));
  }

  private PbxAttempt attempt(PbxRegistration row, int seconds) {
    return new PbxAttempt(
        row.uuid(), row.revision(), row.account(), document.password(row), row.token(), seconds);
  }

  /** The telephone system has agreed, for so long. */
  public void registered(PbxAttempt attempt, Duration validity) {
    Instant now = clock.instant();
    current(attempt)
        .ifPresent(
            row -> {
              PbxState before = row.state();
              row.registered(validity, now.plus(settings.refreshAfter(validity)), now);
              tellIfNew(row, before);
            });
  }

  /**
   * The telephone system has refused, or is silent.
   *
   * @param code of the response, 408 or 503 if there was none (RFC 3261 section 8.1.3.1)
   * @param retryAfter what it asks for; zero if nothing
   */
  public void failed(PbxAttempt attempt, int code, String reason, Duration retryAfter) {
    current(attempt)
        .ifPresent(
            row -> {
              PbxState before = row.state();
              int codeBefore = row.lastCode();
              Duration wait = settings.retryAfter(row.failures());
              Duration longer = retryAfter.compareTo(wait) > 0 ? retryAfter : wait;
              row.failed(code, reason, clock.instant().plus(longer));
              if (codeBefore != code) {
                events.changed(row);
              } else {
                tellIfNew(row, before);
              }
            });
  }

  /** The telephone system wants longer registrations: the next ones ask for so much. */
  public void askedTooLittle(PbxAttempt attempt, int leastSeconds) {
    current(attempt).ifPresent(row -> row.ask(leastSeconds));
  }

  private void tellIfNew(PbxRegistration row, PbxState before) {
    if (row.state() != before) {
      events.changed(row);
    }
  }

  /** The telephone system tells of the user's calls for so long. */
  public void subscribed(PbxAttempt attempt, int code, Duration validity) {
    Instant now = clock.instant();
    current(attempt)
        .ifPresent(
            row ->
                row.subscribed(
                    code,
                    Optional.of(now.plus(validity)),
                    Optional.of(now.plus(settings.refreshAfter(validity)))));
  }

  /** The telephone system does not tell of the user's calls, or not any longer. */
  public void notSubscribed(PbxAttempt attempt, int code) {
    Instant again = clock.instant().plus(settings.longestRetry());
    current(attempt).ifPresent(row -> row.subscribed(code, Optional.empty(), Optional.of(again)));
  }

  /** The telephone system has told whether the user has calls. */
  public void watched(PbxAttempt attempt, boolean busy) {
    current(attempt)
        .filter(row -> row.isWatchedBusy() != busy)
        .ifPresent(
            row -> {
              row.watched(busy);
              events.changed(row);
            });
  }

  /** The row, unless it was changed since: then what came of this counts no longer. */
  private Optional<PbxRegistration> current(PbxAttempt attempt) {
    return records
        .lock(attempt.id())
        .filter(row -> row.revision() == attempt.revision())
        .filter(row -> row.state() != PbxState.UNREGISTERED);
  }
}
