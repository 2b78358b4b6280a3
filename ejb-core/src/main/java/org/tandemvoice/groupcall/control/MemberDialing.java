package org.tandemvoice.groupcall.control;

import java.time.Duration;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.groupcall.entity.Groupcall;

/** Dials one party of a groupcall, with all that its call shall run when it is answered. */
public interface MemberDialing {

  /**
   * Begins the call, as a member of that groupcall.
   *
   * @param timeout how long it may stay unanswered
   */
  Call dial(Groupcall group, Address destination, Duration timeout);
}
