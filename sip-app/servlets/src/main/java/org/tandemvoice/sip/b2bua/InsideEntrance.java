package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.call.control.LegOrigin;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.route.control.PublicDestinations;
import org.tandemvoice.sip.container.SipServices;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.RefusedException;

/**
 * Lets in the calls that this server makes to itself: to any number it has, and to what else the
 * caller's own customer has.
 */
@ApplicationScoped
public class InsideEntrance {

  @Inject private InsideCalls inside;
  @Inject private PublicDestinations numbers;
  @Inject private SipServices container;

  /**
   * @param dialled the user part of the Request-URI, decoded
   * @return empty if the INVITE comes from elsewhere
   * @throws RefusedException if it would make a loop, or is one too many of its chain
   */
  Optional<Entrant> admit(SipServletRequest invite, String dialled) {
    return inside.take(invite).map(sent -> admit(invite, dialled, sent));
  }

  private Entrant admit(SipServletRequest invite, String dialled, InsideCalls.Sent sent) {
    LegOrigin.Inside chain = sent.chain();
    if (inside.isLoop(chain, dialled)) {
      throw new RefusedException(Refusal.of(SipServletResponse.SC_LOOP_DETECTED));
    }
    container.sendOver(invite, container.here());
    Set<String> reached = new HashSet<>(chain.reached());
    reached.add(dialled);
    CustomerId called = numbers.ownerOf(dialled).orElse(sent.customer());
    return Entrant.of(
        called, CallerNumber.asserted(invite), new LegOrigin.Inside(chain.chain(), reached));
  }
}
