package org.tandemvoice.flow.control.action;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Set;
import java.util.UUID;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.conference.control.ConferenceParties;
import org.tandemvoice.conference.entity.ConferenceProfile;
import org.tandemvoice.conference.entity.ConferenceRole;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.control.ConferenceInstruction;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.flow.entity.FlowFrame;
import org.tandemvoice.json.control.JsonFields;

/**
 * Takes the call into a conference, which is made if there is none of that id: {@code
 * conference_id}, {@code role} (moderator or participant, the default), {@code mute_on_join}. The
 * flows the conference has for its parties run before and after. Goes on when the call has left.
 */
@ApplicationScoped
public class ConferenceJoin implements FlowAction {

  private static final int LONGEST_ROLE = 32;

  /** False in the action that stands between the two flows. */
  private static final String RUN_FLOWS = "run_flows";

  private ConferenceParties parties;

  protected ConferenceJoin() {}

  @Inject
  public ConferenceJoin(ConferenceParties parties) {
    this.parties = parties;
  }

  @Override
  public String type() {
    return "conference_join";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("conf_join");
  }

  @Override
  public Requirement requires() {
    return Requirement.REACHED_CALL;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    UUID id = options.uuid("conference_id");
    if (id.equals(OwnedResource.NIL)) {
      throw options.invalid("conference_id", "is missing: give the id of a conference");
    }
    return new Joining(
        new ConferenceInstruction(parties, id, role(options), options.flag("mute_on_join", false)),
        options.flag(RUN_FLOWS, true));
  }

  private static ConferenceRole role(JsonFields options) {
    String role = options.text("role", LONGEST_ROLE);
    return switch (role) {
      case "moderator" -> ConferenceRole.MODERATOR;
      case "", "participant" -> ConferenceRole.PARTICIPANT;
      default ->
          throw options.invalid("role", "is \"" + role + "\": give moderator or participant");
    };
  }

  private record Joining(ConferenceInstruction room, boolean runsFlows) implements Instruction {

    @Override
    public Step start(FlowContext context) {
      ConferenceProfile profile =
          room.parties().conference(context.call(), room.conferenceId()).profile();
      boolean isPlain =
          !runsFlows
              || profile.preFlowId().equals(OwnedResource.NIL)
                  && profile.postFlowId().equals(OwnedResource.NIL);
      return isPlain ? room.start(context) : new Step.Enter(withFlows(profile));
    }

    @Override
    public Step on(CallFact fact, FlowContext context) {
      return room.on(fact, context);
    }

    private FlowFrame withFlows(ConferenceProfile profile) {
      JsonArrayBuilder actions = JSON.createArrayBuilder();
      addFlow(actions, profile.preFlowId());
      actions.add(action("conference_join", options()));
      addFlow(actions, profile.postFlowId());
      return FlowFrame.of(OwnedResource.NIL, actions.build().toString());
    }

    private JsonObject options() {
      return JSON.createObjectBuilder()
          .add("conference_id", room.conferenceId().toString())
          .add("role", room.role().text())
          .add("mute_on_join", room.muted())
          .add(RUN_FLOWS, false)
          .build();
    }

    private static void addFlow(JsonArrayBuilder actions, UUID flow) {
      if (!flow.equals(OwnedResource.NIL)) {
        actions.add(
            action(
                "fetch_flow", JSON.createObjectBuilder().add("flow_id", flow.toString()).build()));
      }
    }

    private static JsonObject action(String type, JsonObject option) {
      return JSON.createObjectBuilder().add("type", type).add("option", option).build();
    }
  }
}
