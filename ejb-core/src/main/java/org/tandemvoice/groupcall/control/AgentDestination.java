package org.tandemvoice.groupcall.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.agent.control.Agents;
import org.tandemvoice.call.control.DestinationKind;
import org.tandemvoice.call.control.LegTarget;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.json.control.JsonFields;

/**
 * An agent, by its id. It has no place of its own to ring: {@link Ringing} dials its addresses as
 * its ring method says.
 */
@ApplicationScoped
public class AgentDestination implements DestinationKind {

  static final String TYPE = "agent";

  @Inject private Agents agents;

  @Override
  public Set<String> types() {
    return Set.of(TYPE);
  }

  @Override
  public boolean isKnown(CustomerId customer, Address address) {
    return JsonFields.uuidOf(address.target()).flatMap(id -> agents.find(customer, id)).isPresent();
  }

  @Override
  public List<LegTarget> targets(CustomerId customer, Address address) {
    return List.of();
  }
}
