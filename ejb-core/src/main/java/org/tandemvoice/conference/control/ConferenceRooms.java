package org.tandemvoice.conference.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.direct.control.DirectResource;
import org.tandemvoice.json.control.JsonFields;

/** Says which conference is dialled at {@code conference.<base>} (contract section 14). */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ConferenceRooms {

  @Inject private Conferences conferences;

  /** The open conference of this id, whoever owns it; empty if there is none. */
  public Optional<DirectResource> find(String id) {
    return JsonFields.uuidOf(id)
        .flatMap(conferences::find)
        .filter(found -> !found.isDeleted() && found.isOpen())
        .map(found -> new DirectResource(found.customerId(), "conference", found.uuid()));
  }
}
