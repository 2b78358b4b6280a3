package org.tandemvoice.conference.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.DestinationKind;
import org.tandemvoice.call.control.LegTarget;
import org.tandemvoice.call.control.RouteTerms;
import org.tandemvoice.conference.entity.Conference;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.extension.control.SipDomains;
import org.tandemvoice.json.control.JsonFields;

/**
 * A conference of the customer, by its id (contract section 5): the call joins it inside, as one
 * more participant.
 */
@ApplicationScoped
public class ConferenceDestination implements DestinationKind {

  /** What a phone would dial, its colon encoded. */
  private static final String USER = "conference%3A";

  @Inject private Conferences conferences;
  @Inject private SipDomains domains;

  @Override
  public Set<String> types() {
    return Set.of("conference");
  }

  @Override
  public boolean isKnown(CustomerId customer, Address address) {
    return conference(customer, address).isPresent();
  }

  @Override
  public List<LegTarget> targets(CustomerId customer, Address address) {
    return conference(customer, address)
        .filter(Conference::isOpen)
        .map(found -> "sip:" + domains.publicAddressOf(USER + found.uuid()))
        .map(uri -> List.of(LegTarget.inside(uri, RouteTerms.NONE)))
        .orElse(List.of());
  }

  private Optional<Conference> conference(CustomerId customer, Address address) {
    return JsonFields.uuidOf(address.target()).flatMap(id -> conferences.find(customer, id));
  }
}
