package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.node.control.ApiRequest;
import org.tandemvoice.node.control.HeldElsewhereException;
import org.tandemvoice.node.control.Node;

/** Which node holds a call: only there are its leg, its media and its timers. */
@ApplicationScoped
public class CallNodes {

  private static final Logger LOG = System.getLogger(CallNodes.class.getName());

  @Inject private Calls calls;
  @Inject private Node node;
  @Inject private ApiRequest request;

  /**
   * @throws HeldElsewhereException if another node holds it
   */
  public void requireHere(Call call) {
    if (!call.nodeId().equals(node.id())) {
      throw new HeldElsewhereException("call " + call.id(), call.nodeId());
    }
  }

  /**
   * Whether this node can carry the command out; one to no call it can.
   *
   * @throws HeldElsewhereException if another node can, and is to be asked
   */
  boolean isHere(LegCommand command) {
    if (!command.isOfCall()) {
      return true;
    }
    Optional<Call> elsewhere =
        calls.find(command.call()).filter(call -> !call.nodeId().equals(node.id()));
    if (elsewhere.isPresent() && isForApi()) {
      requireHere(elsewhere.get());
    }
    elsewhere.ifPresent(
        call -> LOG.log(Level.WARNING, "{0} is left to node {1}", command, call.nodeId()));
    return elsewhere.isEmpty();
  }

  private boolean isForApi() {
    try {
      return request.isBegun();
    } catch (ContextNotActiveException noRequestAtAll) {
      return false;
    }
  }
}
