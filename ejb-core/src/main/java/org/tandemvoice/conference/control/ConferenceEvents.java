package org.tandemvoice.conference.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.tandemvoice.conference.entity.Conference;
import org.tandemvoice.conference.entity.Conferencecall;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.EventSubject;

/** Writes the events of conferences and of stays in them. */
@ApplicationScoped
public class ConferenceEvents {

  private static final Logger LOG = System.getLogger(ConferenceEvents.class.getName());

  @Inject private Outbox outbox;
  @Inject private ConferenceDocument document;
  @Inject private ConferencecallDocument stayDocument;

  /**
   * @param what {@code created}, {@code updated} or {@code deleted}
   */
  void record(Conference conference, String what) {
    outbox.record(
        new EventSubject(conference.customerId(), "conference", conference.uuid()),
        "conference_" + what,
        document.of(conference));
    LOG.log(
        Level.INFO,
        "conference_{0} conference={1} {2}",
        what,
        conference.uuid(),
        conference.status().text());
  }

  /** Named by its status, which is new. */
  void record(Conferencecall stay) {
    record(stay, "conferencecall_" + stay.status().text());
  }

  void record(Conferencecall stay, String eventType) {
    outbox.record(
        new EventSubject(stay.customerId(), "conferencecall", stay.uuid()),
        eventType,
        stayDocument.of(stay));
    LOG.log(
        Level.INFO,
        "{0} conferencecall={1} conference={2} call={3}",
        eventType,
        stay.uuid(),
        stay.conferenceId(),
        stay.callId());
  }
}
