package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Remembers for a while which dialogs are over, so that who wants to replace one of them learns
 * that it came too late (RFC 3891 section 3).
 */
@ApplicationScoped
public class EndedDialogs {

  private static final Duration MEMORY = Duration.ofMinutes(1);

  private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();

  @Inject private Clock clock;

  private record Ended(DialogNames names, Instant at) {}

  void add(DialogNames names) {
    Instant now = clock.instant();
    ended.removeIf(dialog -> dialog.at().plus(MEMORY).isBefore(now));
    ended.add(new Ended(names, now));
  }

  boolean has(ReplacedDialog wanted) {
    return ended.stream().anyMatch(dialog -> wanted.is(dialog.names()));
  }
}
