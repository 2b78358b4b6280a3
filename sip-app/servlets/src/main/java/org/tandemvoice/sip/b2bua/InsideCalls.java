package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.servlet.sip.SipServletRequest;
import org.tandemvoice.call.control.LegOrigin;
import org.tandemvoice.call.control.OutboundLeg;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * The calls this server makes to itself, because what they are to reach is here. Their INVITEs are
 * known by their Call-IDs when they come in; each is expected once. Calls of which one leads to the
 * next are a chain, which may neither be long nor broad nor reach the same twice: nobody can make a
 * loop of flows.
 */
@ApplicationScoped
public class InsideCalls {

  /** How many calls of a chain may follow each other. */
  static final int MOST_HOPS = 10;

  /** How many calls of a chain there may be at once (as Max-Breadth in RFC 5393 section 5). */
  private static final int MOST_BRANCHES = 30;

  private final ConcurrentMap<String, Sent> expected = new ConcurrentHashMap<>();
  private final ConcurrentMap<CallId, LegOrigin.Inside> arrived = new ConcurrentHashMap<>();

  /** An INVITE that has been sent here, as a part of that chain. */
  record Sent(CustomerId customer, String fromTag, LegOrigin.Inside chain) {}

  void expect(SipServletRequest invite, OutboundLeg leg) {
    LegOrigin.Inside chain =
        arrived.getOrDefault(leg.lane(), new LegOrigin.Inside(leg.lane(), Set.of()));
    expected.put(invite.getCallId(), new Sent(leg.customerId(), fromTag(invite), chain));
  }

  /** Whose call this is; empty if it does not come from here. */
  Optional<Sent> take(SipServletRequest invite) {
    Sent sent = expected.get(invite.getCallId());
    return Optional.ofNullable(sent)
        .filter(known -> known.fromTag().equals(fromTag(invite)))
        .filter(known -> expected.remove(invite.getCallId(), known));
  }

  private static String fromTag(SipServletRequest invite) {
    return String.valueOf(invite.getFrom().getParameter("tag"));
  }

  /** Whether what a chain shall reach next is one too many, or the same as before. */
  boolean isLoop(LegOrigin.Inside chain, String next) {
    long branches =
        arrived.values().stream().filter(other -> other.chain().equals(chain.chain())).count();
    return branches >= MOST_BRANCHES || chain.reached().contains(next);
  }

  /** The call has come in. */
  void add(CallId call, LegOrigin.Inside chain) {
    arrived.put(call, chain);
  }

  void forget(Leg leg) {
    leg.sipCallIds().forEach(expected::remove);
    arrived.remove(leg.id());
  }
}
