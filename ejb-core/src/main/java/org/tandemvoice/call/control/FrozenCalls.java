package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.customer.control.CustomerFrozen;
import org.tandemvoice.node.control.Node;

/**
 * Ends the calls of a customer that is stopped: those of this node in the transaction that stops
 * it, those of others when they look for them. A node hangs up nobody but whom it talks to.
 */
@ApplicationScoped
public class FrozenCalls {

  @Inject private Calls calls;
  @Inject private CallStates states;
  @Inject private Node node;

  void frozen(@Observes CustomerFrozen event) {
    List<CallId> open = calls.openOf(node.id(), event.customer());
    calls.lockAll(open);
    open.stream()
        .flatMap(id -> calls.lock(id).stream())
        .filter(call -> !call.status().isFinal())
        .forEach(call -> states.release(call, ReleaseCause.NORMAL));
  }
}
