package org.tandemvoice.agent.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.agent.entity.AgentProfile;
import org.tandemvoice.agent.entity.AgentProvider;
import org.tandemvoice.agent.entity.RingMethod;
import org.tandemvoice.customer.control.CustomerDeleted;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.Permission;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.secret.control.PasswordHashes;
import org.tandemvoice.tag.control.Tags;

/** Makes, reads and deletes agents, and changes who they are; {@link AgentChanges} the rest. */
@Stateless
public class AgentManager {

  @Inject private Agents agents;
  @Inject private AgentDocument document;
  @Inject private AgentPowers powers;
  @Inject private AgentStates states;
  @Inject private PasswordHashes passwords;
  @Inject private Tags tags;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * @param creator what whoever asks may do
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field, {@code
   *     AGENT_ALREADY_EXISTS} (C-54), {@code PERMISSION_DENIED}
   */
  public Agent create(CustomerId customer, Permission creator, JsonFields fields) {
    String username = document.username(fields);
    String password = document.password(fields);
    Permission permission = document.permission(fields);
    AgentProfile profile =
        document.profile(
            fields, new AgentProfile(username, "", RingMethod.RINGALL, AgentProvider.LIVEKIT));
    var addresses = document.addresses(fields);
    var tagIds = tags.ids(customer, fields, "tag_ids");
    powers.requireMayGive(creator, permission);
    if (agents.findByUsername(username).isPresent()) {
      throw Agents.taken(username);
    }
    var now = clock.instant();
    Agent agent =
        new Agent(ids.next(), customer, username, passwords.hash(password), permission, now);
    agent.begin(profile, tagIds, addresses);
    agents.add(agent);
    states.record(agent, "agent_created");
    return agent;
  }

  public Agent get(CustomerId customer, UUID id) {
    return agents.find(customer, id).orElseThrow(() -> unknown(id));
  }

  public Page<Agent> list(CustomerId customer, AgentFilter filter, PageRequest request) {
    return agents.page(customer, filter, request);
  }

  /** Name, detail, ring method and status (C-56); fields that are missing stay as they are. */
  public Agent update(CustomerId customer, Permission changer, UUID id, JsonFields fields) {
    Agent agent = agents.lock(customer, id).orElseThrow(() -> unknown(id));
    powers.requireMayChange(changer, agent);
    AgentProfile before = agent.profile();
    AgentProfile changed = document.profile(fields, before);
    if (fields.has("status")) {
      states.become(agent, document.status(fields));
    }
    if (!changed.equals(before) || !fields.has("status")) {
      agent.describe(changed, clock.instant());
      states.record(agent, "agent_updated");
    }
    return agent;
  }

  /**
   * @throws PlatformException {@code STATE_INVALID} for the last administrator
   */
  public Agent delete(CustomerId customer, Permission changer, UUID id) {
    powers.oneAtATime(customer);
    Agent agent = agents.lock(customer, id).orElseThrow(() -> unknown(id));
    powers.requireMayChange(changer, agent);
    powers.requireAnotherAdmin(agent, Permission.NONE);
    agent.delete(clock.instant());
    states.deleted(agent);
    return agent;
  }

  /** Their usernames are free again. */
  public void release(@Observes CustomerDeleted deleted) {
    agents.of(deleted.customer()).forEach(agent -> agent.delete(deleted.at()));
  }

  static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.AGENT_NOT_FOUND, "no agent has the id " + id);
  }
}
