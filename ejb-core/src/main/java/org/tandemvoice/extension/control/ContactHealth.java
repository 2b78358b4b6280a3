package org.tandemvoice.extension.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.extension.entity.ContactBinding;

/**
 * Asks every phone that is registered over UDP again and again whether it is there, spread evenly
 * over the period: one that does not answer within five seconds is silent until it does. A phone
 * behind a proxy (Path) is not asked, and a connection tells by itself when it ends.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ContactHealth {

  static final Duration PATIENCE = Duration.ofSeconds(5);

  /** So many a second at most; with more contacts a round takes longer than the period. */
  static final int MOST_AT_ONCE = 50;

  private static final long TICK_MS = 1_000;
  private static final UUID START = new UUID(0, 0);

  @Resource private TimerService timers;

  @Inject ContactReach reach;
  @Inject ContactProbe probe;
  @Inject Clock clock;

  /** {@code CONTACT_PROBE_SECONDS}: how often; default 60, 0 is never. */
  @Inject
  @ConfigProperty(name = "CONTACT_PROBE_SECONDS", defaultValue = "60")
  int periodSeconds;

  private final Map<UUID, Question> asked = new ConcurrentHashMap<>();
  private final Map<UUID, RoundTrip> roundTrips = new ConcurrentHashMap<>();
  private UUID last = START;
  private int share;
  private int ticksLeft;

  private record Question(ContactBinding binding, Instant at) {}

  private record RoundTrip(Instant at, Duration time) {}

  @PostConstruct
  void start() {
    if (periodSeconds > 0) {
      timers.createIntervalTimer(TICK_MS, TICK_MS, new TimerConfig("tick", false));
    }
  }

  /** Once a second; the container never calls it twice at the same time. */
  @Timeout
  void tick() {
    giveUp(clock.instant());
    ticksLeft--;
    if (share == 0 && ticksLeft <= 0) {
      begin();
    }
    if (share > 0) {
      List<ContactBinding> next = reach.after(last, share);
      next.stream().filter(ContactHealth::isToBeAsked).forEach(this::ask);
      if (next.size() < share) {
        share = 0;
      } else {
        last = next.get(next.size() - 1).id();
      }
    }
  }

  private void begin() {
    long count = reach.count();
    last = START;
    ticksLeft = periodSeconds;
    share = (int) Math.min(MOST_AT_ONCE, (count + periodSeconds - 1) / periodSeconds);
    Instant old = clock.instant().minusSeconds(periodSeconds).minus(Duration.ofHours(1));
    roundTrips.values().removeIf(trip -> trip.at().isBefore(old));
  }

  private static boolean isToBeAsked(ContactBinding binding) {
    return binding.isReachedByDatagrams() && binding.path().isEmpty();
  }

  private void ask(ContactBinding binding) {
    Question question = new Question(binding, clock.instant());
    if (asked.putIfAbsent(binding.id(), question) == null) {
      probe.ask(binding.id(), binding.contact(), binding.flow());
    }
  }

  private void giveUp(Instant now) {
    asked.forEach(
        (id, question) -> {
          boolean isOverdue = question.at().plus(PATIENCE).isBefore(now);
          if (isOverdue && asked.remove(id, question)) {
            roundTrips.remove(id);
            if (!question.binding().isSilent()) {
              reach.fellSilent(question.binding(), question.at());
            }
          }
        });
  }

  /** The phone is there. */
  public void answered(UUID binding) {
    Question question = asked.remove(binding);
    if (question != null) {
      Instant now = clock.instant();
      roundTrips.put(binding, new RoundTrip(now, Duration.between(question.at(), now)));
      if (question.binding().isSilent()) {
        reach.isBack(question.binding());
      }
    }
  }

  /** How long the last answer took; empty if there is none, or if another node asks. */
  public Optional<Duration> roundTrip(UUID binding) {
    return Optional.ofNullable(roundTrips.get(binding)).map(RoundTrip::time);
  }
}
