package org.tandemvoice.conference.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.CallId;

/** What happens to conferences by themselves, one transaction a fact. */
@Stateless
public class ConferenceFacts {

  @Inject private Calls calls;
  @Inject private Conferences conferences;
  @Inject private Conferencecalls stays;
  @Inject private ConferenceParties parties;

  /** The conference is over for this call; nothing happens if it has left meanwhile. */
  public void ledOut(CallId id, UUID stayId) {
    calls
        .lock(id)
        .ifPresent(
            call ->
                stays
                    .of(call.id())
                    .filter(stay -> stay.uuid().equals(stayId))
                    .ifPresent(stay -> parties.leave(call, stay)));
  }

  /** The time of a conference is over. */
  public void expired(UUID conference) {
    conferences.lock(conference).ifPresent(parties::terminate);
  }
}
