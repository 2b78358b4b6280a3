package org.tandemvoice.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.agent.control.Agents;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.transfer.entity.Transfer;

/** Which agent a party of a transfer is. */
@ApplicationScoped
public class TransferAgents {

  private static final String AGENT = "agent";

  @Inject private Agents agents;
  @Inject private Calls calls;

  /** Whom to dial for an address: an agent's phones for an agent. */
  List<Address> places(CustomerId customer, Address address) {
    return address.type().equals(AGENT)
        ? JsonFields.uuidOf(address.target())
            .flatMap(id -> agents.find(customer, id))
            .map(Agent::addresses)
            .orElse(List.of())
        : List.of(address);
  }

  /** The id of the agent whose call it is; empty if it is nobody's. */
  String from(Transfer transfer) {
    return owner(transfer.transferer());
  }

  /** The id of the agent who has taken over; empty if it is none. */
  String to(Transfer transfer) {
    return transfer
        .transferee()
        .map(this::owner)
        .filter(id -> !id.isEmpty())
        .or(
            () ->
                transfer.addresses().stream()
                    .filter(address -> address.type().equals(AGENT))
                    .map(Address::target)
                    .findFirst())
        .orElse("");
  }

  private String owner(CallId id) {
    return calls.find(id).flatMap(call -> call.membership().owner()).map(UUID::toString).orElse("");
  }
}
