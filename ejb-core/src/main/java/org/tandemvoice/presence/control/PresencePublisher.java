package org.tandemvoice.presence.control;

import java.util.Set;
import org.tandemvoice.customer.entity.CustomerId;

/** Tells those who watch; implemented by the SIP servlets. */
public interface PresencePublisher {

  /** Something may have changed at these customers: who watches there is told what is new. */
  void changed(Set<CustomerId> customers);

  /** The same for all customers, and what has expired is ended. */
  void review();
}
