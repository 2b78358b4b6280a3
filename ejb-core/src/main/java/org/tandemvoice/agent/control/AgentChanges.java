package org.tandemvoice.agent.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.Permission;
import org.tandemvoice.direct.entity.DirectHash;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.secret.control.PasswordHashes;
import org.tandemvoice.tag.control.TagDeleted;
import org.tandemvoice.tag.control.Tags;

/** Replaces single properties of an agent, each with an operation of its own. */
@Stateless
public class AgentChanges {

  private final SecureRandom random = new SecureRandom();

  @Inject private Agents agents;
  @Inject private AgentDocument document;
  @Inject private AgentPowers powers;
  @Inject private AgentStates states;
  @Inject private PasswordHashes passwords;
  @Inject private Tags tags;
  @Inject private Clock clock;

  /** Whether it takes calls: an agent may say so of itself. */
  public Agent status(CustomerId customer, UUID id, JsonFields fields) {
    Agent agent = locked(customer, id);
    states.become(agent, document.status(fields));
    return agent;
  }

  /** Replaces all its addresses (seed 002). */
  public Agent addresses(CustomerId customer, UUID id, JsonFields fields) {
    Agent agent = locked(customer, id);
    agent.reachAt(document.addresses(fields), clock.instant());
    return updated(agent);
  }

  /** Replaces all its tags. */
  public Agent tagIds(CustomerId customer, UUID id, JsonFields fields) {
    Agent agent = locked(customer, id);
    agent.tag(tags.ids(customer, fields, "tag_ids"), clock.instant());
    return updated(agent);
  }

  /** Tokens of the old password are worth nothing from now on. */
  public Agent password(CustomerId customer, Permission changer, UUID id, JsonFields fields) {
    Agent agent = locked(customer, id);
    powers.requireMayChange(changer, agent);
    agent.changePassword(passwords.hash(document.password(fields)), clock.instant());
    return updated(agent);
  }

  /** The agent changes its own password. */
  public Agent ownPassword(CustomerId customer, UUID id, JsonFields fields) {
    Agent agent = locked(customer, id);
    agent.changePassword(passwords.hash(document.password(fields)), clock.instant());
    return updated(agent);
  }

  /**
   * @throws PlatformException {@code PERMISSION_DENIED}; {@code STATE_INVALID} for the last
   *     administrator
   */
  public Agent permission(CustomerId customer, Permission changer, UUID id, JsonFields fields) {
    if (!fields.has("permission")) {
      throw fields.invalid("permission", "is missing: give the bits");
    }
    Permission wanted = document.permission(fields);
    powers.oneAtATime(customer);
    Agent agent = locked(customer, id);
    powers.requireMayChange(changer, agent);
    powers.requireMayGive(changer, wanted);
    powers.requireAnotherAdmin(agent, wanted);
    agent.permit(wanted, clock.instant());
    return updated(agent);
  }

  /** The old hash reaches nobody from now on; who had none has one now (seed 002). */
  public Agent regenerateDirectHash(CustomerId customer, UUID id) {
    Agent agent = locked(customer, id);
    agent.replaceDirectHash(DirectHash.random(random), clock.instant());
    return updated(agent);
  }

  /** Its agents lose the tag. */
  public void drop(@Observes TagDeleted deleted) {
    agents.of(deleted.customer()).stream()
        .filter(agent -> agent.tagIds().contains(deleted.tag()))
        .flatMap(agent -> agents.lock(deleted.customer(), agent.uuid()).stream())
        .forEach(agent -> untag(agent, deleted));
  }

  private void untag(Agent agent, TagDeleted deleted) {
    agent.tag(
        agent.tagIds().stream().filter(id -> !id.equals(deleted.tag())).toList(), deleted.at());
    updated(agent);
  }

  private Agent locked(CustomerId customer, UUID id) {
    return agents.lock(customer, id).orElseThrow(() -> AgentManager.unknown(id));
  }

  private Agent updated(Agent agent) {
    states.record(agent, "agent_updated");
    return agent;
  }
}
