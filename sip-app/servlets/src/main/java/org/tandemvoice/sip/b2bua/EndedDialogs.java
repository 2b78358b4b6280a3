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
    forgetBefore(now.minus(MEMORY));
    ended.add(new Ended(names, now));
  }

  /** The oldest are at the head; one that another thread added in between waits for its turn. */
  private void forgetBefore(Instant oldest) {
    Ended head = ended.peek();
    while (head != null && head.at().isBefore(oldest)) {
      // False if another thread forgot it.
      ended.remove(head);
      head = ended.peek();
    }
  }

  boolean has(ReplacedDialog wanted) {
    return ended.stream().anyMatch(dialog -> wanted.is(dialog.names()));
  }
}
