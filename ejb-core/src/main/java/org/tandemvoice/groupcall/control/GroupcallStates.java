package org.tandemvoice.groupcall.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.agent.control.AgentSettings;
import org.tandemvoice.agent.control.AgentStates;
import org.tandemvoice.agent.entity.AgentStatus;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.groupcall.entity.Groupcall;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.EventSubject;

/**
 * The changes of state of a groupcall, each with its event and with what it means for the agent it
 * rings: an available one is ringing, then busy; one that did not answer is available again
 * (contract section 9, seed 003).
 */
@ApplicationScoped
public class GroupcallStates {

  private static final Logger LOG = System.getLogger(GroupcallStates.class.getName());

  @Inject private Groupcalls groupcalls;
  @Inject private GroupcallDocument document;
  @Inject private AgentStates agents;
  @Inject private AgentSettings settings;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  void begun(Groupcall group) {
    groupcalls.add(group);
    if (turnOwner(group, AgentStatus.AVAILABLE, AgentStatus.RINGING)) {
      group.ringsOwner();
    }
  }

  /** Tells of it, once it has dialled its first calls. */
  void created(Groupcall group) {
    record(group, "groupcall_created");
  }

  void answered(Groupcall group, CallId call, Optional<UUID> nested) {
    group.answeredBy(call, nested, clock.instant());
    record(group, "groupcall_progressing");
    turnOwner(group, AgentStatus.RINGING, AgentStatus.BUSY);
  }

  boolean hangingUp(Groupcall group) {
    boolean isNews = group.hangUp(clock.instant());
    if (isNews) {
      record(group, "groupcall_hangingup");
    }
    return isNews;
  }

  void ended(Groupcall group) {
    group.end(clock.instant());
    record(group, "groupcall_hangup");
    if (group.isAnswered()) {
      if (settings.isAvailableAfterCall()) {
        turnOwner(group, AgentStatus.BUSY, AgentStatus.AVAILABLE);
      }
    } else if (group.hasRungOwner()) {
      turnOwner(group, AgentStatus.RINGING, AgentStatus.AVAILABLE);
    }
  }

  void deleted(Groupcall group) {
    group.delete(clock.instant());
    record(group, "groupcall_deleted");
  }

  private boolean turnOwner(Groupcall group, AgentStatus from, AgentStatus to) {
    return group
        .owner()
        .map(owner -> agents.turn(group.customerId(), owner, from, to))
        .orElse(false);
  }

  private void record(Groupcall group, String eventType) {
    outbox.record(
        new EventSubject(group.customerId(), "groupcall", group.uuid()),
        eventType,
        document.of(group));
    LOG.log(
        Level.INFO,
        "{0} groupcall={1} root={2} answer={3}",
        eventType,
        group.uuid(),
        group.rootId(),
        group.answerCallId());
  }
}
