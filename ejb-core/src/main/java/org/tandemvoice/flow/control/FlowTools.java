package org.tandemvoice.flow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.tandemvoice.call.control.AfterCommit;
import org.tandemvoice.call.control.CallStates;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.control.Dialing;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.identity.control.TimeOrderedIds;

/** The beans a {@link FlowContext} works with. */
@ApplicationScoped
public class FlowTools {

  @Inject private AfterCommit afterCommit;
  @Inject private CallStates states;
  @Inject private Calls calls;
  @Inject private Dialing dialing;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  AfterCommit afterCommit() {
    return afterCommit;
  }

  CallStates states() {
    return states;
  }

  Dialing dialing() {
    return dialing;
  }

  TimeOrderedIds ids() {
    return ids;
  }

  Clock clock() {
    return clock;
  }

  List<Call> openChained(Call call) {
    return call.chained().stream()
        .flatMap(id -> calls.lock(id).stream())
        .filter(chained -> !chained.status().isFinal())
        .toList();
  }
}
