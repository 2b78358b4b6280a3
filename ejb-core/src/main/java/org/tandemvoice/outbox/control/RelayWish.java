package org.tandemvoice.outbox.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;

/** Tells the relay, once a transaction, that there will be something to do after the commit. */
@TransactionScoped
public class RelayWish implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Event<EventsRecorded> recorded;

  private boolean isMade;

  public void make() {
    if (!isMade) {
      isMade = true;
      recorded.fire(new EventsRecorded());
    }
  }
}
