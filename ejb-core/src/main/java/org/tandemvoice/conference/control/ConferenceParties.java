package org.tandemvoice.conference.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.call.control.AfterCommit;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.command.HushLeg;
import org.tandemvoice.call.control.command.JoinRoom;
import org.tandemvoice.call.control.command.UnbridgeLeg;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.conference.entity.Conference;
import org.tandemvoice.conference.entity.ConferenceRole;
import org.tandemvoice.conference.entity.ConferenceType;
import org.tandemvoice.conference.entity.Conferencecall;
import org.tandemvoice.conference.entity.ConferencecallStatus;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;

/**
 * Leads calls into conferences and out of them, inside a transaction that holds the lock of the
 * call.
 */
@ApplicationScoped
public class ConferenceParties {

  @Inject private Conferences conferences;
  @Inject private Conferencecalls stays;
  @Inject private ConferenceCreation creation;
  @Inject private ConferenceEvents events;
  @Inject private ConferenceRecording recording;
  @Inject private ConferenceFacts conferenceFacts;
  @Inject private AfterCommit afterCommit;
  @Inject private Event<CallFact> facts;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * The conference of that id, made now if there never was one.
   *
   * @throws PlatformException {@code CONFERENCE_NOT_FOUND} if it is another customer's or deleted
   */
  public Conference conference(Call call, UUID id) {
    if (!conferences.exists(id)) {
      make(call.customerId(), id);
    }
    return conferences
        .find(call.customerId(), id)
        .orElseThrow(
            () ->
                new PlatformException(
                    ErrorCode.CONFERENCE_NOT_FOUND, "there is no conference " + id));
  }

  /** Two may be the first at the same moment: then it is there already. */
  private void make(CustomerId customer, UUID id) {
    try {
      creation.make(customer, id);
    } catch (PlatformException failure) {
      if (failure.code() != ErrorCode.CONFERENCE_ALREADY_EXISTS) {
        throw failure;
      }
    }
  }

  /**
   * The call hears the others of the conference from now on, and they hear it unless it is muted.
   *
   * @throws PlatformException {@code CONFERENCE_NOT_FOUND}, {@code STATE_INVALID} if it is over
   */
  public Conferencecall join(Call call, UUID conferenceId, ConferenceRole role, boolean muted) {
    conference(call, conferenceId);
    stays.of(call.id()).ifPresent(stay -> depart(call, stay));
    Conference conference =
        conferences
            .lock(conferenceId)
            .filter(Conference::isOpen)
            .orElseThrow(
                () ->
                    new PlatformException(
                        ErrorCode.STATE_INVALID, "conference " + conferenceId + " is over"));
    Conferencecall stay =
        new Conferencecall(ids.next(), conference, call, role, muted, clock.instant());
    stays.add(stay);
    call.ties().stay();
    events.record(stay);
    afterCommit.send(new HushLeg(call, muted));
    afterCommit.send(new JoinRoom(call, conferenceId));
    stay.transitionTo(ConferencecallStatus.JOINED, clock.instant());
    events.record(stay);
    recording.joined(call, conference);
    return stay;
  }

  /** The call hears the others no longer; its flow goes on. */
  void leave(Call call, Conferencecall stay) {
    depart(call, stay);
    if (!call.status().isFinal()) {
      facts.fire(new CallFact.LeftRoom(call, stay.conferenceId()));
    }
  }

  private void depart(Call call, Conferencecall stay) {
    stay.transitionTo(ConferencecallStatus.LEAVING, clock.instant());
    events.record(stay);
    stay.transitionTo(ConferencecallStatus.LEAVED, clock.instant());
    events.record(stay);
    if (!call.status().isFinal()) {
      afterCommit.send(new UnbridgeLeg(call));
      afterCommit.send(new HushLeg(call, false));
    }
    conferences.lock(stay.conferenceId()).ifPresent(conference -> left(call, conference));
  }

  private void left(Call call, Conference conference) {
    recording.left(call, conference);
    List<Conferencecall> others = stays.in(conference);
    if (others.isEmpty() && conference.emptied(clock.instant())) {
      events.record(conference, "updated");
    } else if (conference.type() == ConferenceType.CONNECT && others.size() <= 1) {
      terminate(conference);
    }
  }

  /** Nobody may join the locked conference any more, and all who are there are led out. */
  void terminate(Conference conference) {
    if (!conference.terminate(clock.instant())) {
      return;
    }
    List<Conferencecall> there = stays.in(conference);
    if (there.isEmpty()) {
      conference.emptied(clock.instant());
    }
    events.record(conference, "updated");
    there.forEach(this::leadOut);
  }

  private void leadOut(Conferencecall stay) {
    CallId call = stay.callId();
    UUID id = stay.uuid();
    afterCommit.send(new ConferenceErrand(call, () -> conferenceFacts.ledOut(call, id)));
  }

  void callEnded(@Observes CallFact fact) {
    if (fact instanceof CallFact.Ended ended && ended.call().ties().hasStayed()) {
      stays.endingWith(ended.call().id()).ifPresent(stay -> leave(ended.call(), stay));
    }
  }
}
