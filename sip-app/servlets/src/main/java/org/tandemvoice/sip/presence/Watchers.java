package org.tandemvoice.sip.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.presence.control.PartyState;
import org.tandemvoice.presence.control.PresenceManager;
import org.tandemvoice.presence.control.PresencePublisher;
import org.tandemvoice.presence.control.WatchedParty;
import org.tandemvoice.sip.container.SipServices;
import org.tandemvoice.sip.container.SipTask;

/**
 * The subscriptions there are. They live in this process: after a restart a refresh is answered 481
 * and the phone subscribes anew (RFC 6665 section 4.1.2.2).
 */
@ApplicationScoped
public class Watchers implements PresencePublisher {

  private static final Logger LOG = System.getLogger(Watchers.class.getName());

  /** So many at once at one customer. */
  private static final int MOST = 2_000;

  private final Map<CustomerId, Set<Watcher>> watchers = new ConcurrentHashMap<>();

  @Inject private SipServices container;
  @Inject private PresenceManager presence;
  @Inject private Clock clock;

  boolean hasRoom(CustomerId customer) {
    return watchers.getOrDefault(customer, Set.of()).size() < MOST;
  }

  /** Whether it has not ended. */
  boolean has(Watcher watcher) {
    return watchers.getOrDefault(watcher.party().customer(), Set.of()).contains(watcher);
  }

  /** A new subscription, or one that was refreshed: it is told the whole state at once. */
  void begin(Watcher watcher) throws IOException {
    watchers
        .computeIfAbsent(watcher.party().customer(), id -> ConcurrentHashMap.newKeySet())
        .add(watcher);
    Optional<PartyState> state = state(watcher.party());
    if (state.isPresent()) {
      watcher.tell(state.get(), true, clock.instant());
    } else {
      end(watcher, "noresource");
    }
  }

  /** The phone wants to know once, or no more. */
  void fetch(Watcher watcher) throws IOException {
    forget(watcher);
    watcher.end(state(watcher.party()), "timeout");
  }

  private Optional<PartyState> state(WatchedParty party) {
    return Optional.ofNullable(presence.states(party.customer(), List.of(party)).get(party));
  }

  private void end(Watcher watcher, String reason) throws IOException {
    forget(watcher);
    watcher.end(Optional.empty(), reason);
  }

  private void forget(Watcher watcher) {
    watchers.computeIfPresent(
        watcher.party().customer(),
        (id, all) -> {
          all.remove(watcher);
          return all.isEmpty() ? null : all;
        });
    if (watcher.isValid()) {
      watcher.application().setExpires(1);
    }
  }

  /** A phone that does not take what it is told is told no more (RFC 6665 section 4.2.2). */
  void answered(SipServletResponse response) {
    if (response.getStatus() >= SipServletResponse.SC_MULTIPLE_CHOICES) {
      Watcher.of(response).ifPresent(this::forget);
    }
  }

  @Override
  public void changed(Set<CustomerId> customers) {
    customers.stream().filter(watchers::containsKey).forEach(this::changed);
  }

  private void changed(CustomerId customer) {
    List<Watcher> all = new ArrayList<>(watchers.getOrDefault(customer, Set.of()));
    Set<WatchedParty> parties = all.stream().map(Watcher::party).collect(Collectors.toSet());
    Map<WatchedParty, PartyState> states = presence.states(customer, parties);
    for (Watcher watcher : all) {
      PartyState state = states.get(watcher.party());
      own(
          watcher,
          () -> {
            if (state == null) {
              end(watcher, "noresource");
            } else {
              watcher.tell(state, false, clock.instant());
            }
          });
    }
  }

  @Override
  public void review() {
    Instant now = clock.instant();
    for (CustomerId customer : Set.copyOf(watchers.keySet())) {
      for (Watcher watcher : watchers.getOrDefault(customer, Set.of())) {
        if (watcher.isExpired(now)) {
          own(watcher, () -> end(watcher, "timeout"));
        }
      }
      changed(customer);
    }
  }

  private void own(Watcher watcher, SipTask<IOException> task) {
    try {
      container.within(watcher.application(), task);
    } catch (IOException | IllegalStateException gone) {
      LOG.log(Level.DEBUG, () -> "a watcher is gone: " + gone);
      forget(watcher);
    }
  }
}
