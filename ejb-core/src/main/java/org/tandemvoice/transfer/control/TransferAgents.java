package org.tandemvoice.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.CallId;

/** Which agent a party of a transfer is. */
@ApplicationScoped
public class TransferAgents {

  @Inject private Calls calls;

  /** The id of the agent; empty if the party is none. */
  String of(CallId id) {
    return calls.find(id).map(TransferAgents::party).map(TransferAgents::agent).orElse("");
  }

  private static Address party(Call call) {
    return call.direction() == CallDirection.INCOMING ? call.source() : call.destination();
  }

  private static String agent(Address party) {
    return party.type().equals("agent") ? party.target() : "";
  }
}
