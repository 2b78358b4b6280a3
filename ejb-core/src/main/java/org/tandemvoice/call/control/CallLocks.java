package org.tandemvoice.call.control;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import org.tandemvoice.call.entity.CallId;

/**
 * The calls whose rows this transaction has locked or made. Locking one again would read it again,
 * and so undo what the transaction has changed on it.
 */
@TransactionScoped
public class CallLocks implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Set<CallId> held = new HashSet<>();

  /** Notes that the call is locked from now on. */
  public void hold(CallId call) {
    held.add(call);
  }

  public boolean holds(CallId call) {
    return held.contains(call);
  }
}
