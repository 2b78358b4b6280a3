package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.tandemvoice.conference.control.ConferenceParties;
import org.tandemvoice.conference.entity.ConferenceRole;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.control.ConferenceInstruction;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.json.control.JsonFields;

/**
 * Takes the call into the room of a conference and nothing else: {@code confbridge_id} is the id of
 * the conference, {@code role} and {@code mute_on_join} are those of conference_join. No flow of
 * the conference runs before or after.
 */
@ApplicationScoped
public class ConfbridgeJoin implements FlowAction {

  private ConferenceParties parties;

  protected ConfbridgeJoin() {}

  @Inject
  public ConfbridgeJoin(ConferenceParties parties) {
    this.parties = parties;
  }

  @Override
  public String type() {
    return "confbridge_join";
  }

  @Override
  public Requirement requires() {
    return Requirement.REACHED_CALL;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    UUID id = options.uuid("confbridge_id");
    if (id.equals(OwnedResource.NIL)) {
      throw options.invalid("confbridge_id", "is missing: give the id of a conference");
    }
    boolean isModerator = options.text("role").equals(ConferenceRole.MODERATOR.text());
    return new ConferenceInstruction(
        parties,
        id,
        isModerator ? ConferenceRole.MODERATOR : ConferenceRole.PARTICIPANT,
        options.flag("mute_on_join", false));
  }
}
