package org.tandemvoice.webhook.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.tandemvoice.http.control.WebAnswer;
import org.tandemvoice.webhook.entity.Attempt;
import org.tandemvoice.webhook.entity.WebhookRetry;

/**
 * Makes one attempt after the other and decides what follows: nothing, another one, or giving up.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/WebhookAnswers", maxAsync = 4)
public class WebhookAttempts {

  private static final Logger LOG = System.getLogger(WebhookAttempts.class.getName());

  /** How long the settings of a webhook are believed; another node may change them. */
  private static final Duration BELIEF = Duration.ofSeconds(5);

  private record Known(Optional<WebhookTarget> target, Instant until) {}

  /** Apart from the threads that begin attempts: those may have to wait for a name server. */
  @Resource(lookup = "java:app/concurrent/WebhookAnswers", type = ManagedExecutorService.class)
  private Executor answers;

  @Inject private DeliveryBooks books;
  @Inject private DeliveryJournal journal;
  @Inject private WebhookSender sender;
  @Inject private Clock clock;

  private final Map<UUID, Known> known = new ConcurrentHashMap<>();

  /**
   * To be called at start-up. Answers arrive on threads of the HTTP client, which know no names:
   * what they need must be there by then.
   */
  void prepare() {
    journal.prepare();
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) WebhookChanged fact) {
    known.remove(fact.webhook());
  }

  /** Blocks for no longer than it takes to look up a name; the endpoint is told the outcome. */
  void begin(Ticket ticket, Endpoint endpoint) {
    Optional<WebhookTarget> target;
    Optional<String> data;
    try {
      target = target(ticket.webhook());
      data =
          target.isEmpty() || ticket.data().isPresent()
              ? ticket.data()
              : books.data(ticket.event());
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, () -> "delivery " + ticket.delivery() + " waits: " + failure);
      endpoint.again(
          ticket.after(ticket.attempts(), clock.instant().plusSeconds(1)), clock.instant());
      return;
    }
    if (target.isEmpty()) {
      giveUp(ticket, endpoint, "the webhook is deleted or inactive");
    } else if (data.isEmpty()) {
      giveUp(ticket, endpoint, "the event is past its retention");
    } else {
      send(ticket, endpoint, target.get(), data.get());
    }
  }

  private void send(Ticket ticket, Endpoint endpoint, WebhookTarget target, String data) {
    try {
      sender
          .send(ticket, target, data)
          .whenCompleteAsync(
              (answer, failure) ->
                  answered(
                      ticket,
                      endpoint,
                      target.profile().retry(),
                      failure == null ? answer : new WebAnswer(0, "", failure.toString())),
              answers);
    } catch (RuntimeException badRequest) {
      giveUp(ticket, endpoint, "the request cannot be made: " + badRequest.getMessage());
    }
  }

  private void answered(Ticket ticket, Endpoint endpoint, WebhookRetry retry, WebAnswer answer) {
    try {
      settle(ticket, endpoint, retry, answer);
    } catch (RuntimeException failure) {
      LOG.log(Level.ERROR, () -> "delivery " + ticket.delivery() + " cannot go on", failure);
    }
  }

  private void settle(Ticket ticket, Endpoint endpoint, WebhookRetry retry, WebAnswer answer) {
    Instant now = clock.instant();
    int count = ticket.attempts() + 1;
    Optional<Instant> next =
        answer.isSuccess()
            ? Optional.empty()
            : retry.pause(count, Duration.between(ticket.createdAt(), now)).map(now::plus);
    journal.add(
        ticket.delivery(), new Attempt(count, answer.status(), answer.complaint(), now, next));
    if (next.isPresent()) {
      endpoint.again(ticket.after(count, next.get()), now);
    } else {
      endpoint.over(ticket, answer.isSuccess(), now);
    }
  }

  private void giveUp(Ticket ticket, Endpoint endpoint, String reason) {
    Instant now = clock.instant();
    journal.add(ticket.delivery(), new Attempt(0, 0, reason, now, Optional.empty()));
    endpoint.over(ticket, false, now);
  }

  private Optional<WebhookTarget> target(UUID webhook) {
    Instant now = clock.instant();
    Known found = known.get(webhook);
    if (found == null || now.isAfter(found.until())) {
      known.values().removeIf(old -> now.isAfter(old.until()));
      found = new Known(books.target(webhook), now.plus(BELIEF));
      known.put(webhook, found);
    }
    return found.target();
  }
}
