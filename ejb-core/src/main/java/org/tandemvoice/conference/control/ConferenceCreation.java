package org.tandemvoice.conference.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.conference.entity.Conference;
import org.tandemvoice.conference.entity.ConferenceProfile;
import org.tandemvoice.conference.entity.ConferenceType;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.direct.entity.DirectHash;

/** Makes conferences. */
@Stateless
public class ConferenceCreation {

  @Inject private Conferences conferences;
  @Inject private ConferenceEvents events;
  @Inject private Clock clock;

  private final SecureRandom random = new SecureRandom();

  /**
   * @throws org.tandemvoice.failure.entity.PlatformException {@code CONFERENCE_ALREADY_EXISTS}
   */
  public Conference create(
      CustomerId customer, UUID id, ConferenceType type, ConferenceProfile profile) {
    Conference conference = new Conference(id, customer, type, profile, newHash(), clock.instant());
    conferences.add(conference);
    events.record(conference, "created");
    return conference;
  }

  /** A direct hash nobody has had before. */
  public String newHash() {
    return DirectHash.random(random).text();
  }

  /**
   * Makes the conference of that id if nobody has made it meanwhile; the first to join may come
   * twice at the same moment. A transaction of its own, because it may fail without harm.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void make(CustomerId customer, UUID id) {
    create(customer, id, ConferenceType.CONFERENCE, ConferenceDocument.unnamed());
  }
}
