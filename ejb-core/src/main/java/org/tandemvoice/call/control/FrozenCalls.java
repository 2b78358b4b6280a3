package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.customer.control.CustomerFrozen;

/** Ends the calls of a customer that is stopped, in the transaction that stops it. */
@ApplicationScoped
public class FrozenCalls {

  @Inject private Calls calls;
  @Inject private CallStates states;

  void frozen(@Observes CustomerFrozen event) {
    List<CallId> open = calls.openOf(event.customer()).stream().map(Call::id).toList();
    calls.lockAll(open);
    open.stream()
        .flatMap(id -> calls.lock(id).stream())
        .filter(call -> !call.status().isFinal())
        .forEach(call -> states.release(call, ReleaseCause.NORMAL));
  }
}
