package org.tandemvoice.pbx.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.agent.control.AgentDeleted;
import org.tandemvoice.agent.control.Agents;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.agent.entity.AgentProvider;
import org.tandemvoice.customer.control.CustomerDeleted;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.pbx.entity.PbxAccount;
import org.tandemvoice.pbx.entity.PbxRegistration;

/**
 * Sets, shows and removes the registration of an agent at another telephone system (seed 004). What
 * is sent for it, {@link PbxKeeper} sees to a moment later.
 */
@Stateless
public class PbxManager {

  private static final int TOKEN_BYTES = 16;

  private final SecureRandom random = new SecureRandom();

  @Inject private PbxRecords records;
  @Inject private PbxDocument document;
  @Inject private PbxEvents events;
  @Inject private PbxSettings settings;
  @Inject private Agents agents;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * Replaces all of it. Another account is another registration: the one before is given up.
   *
   * @throws PlatformException {@code AGENT_NOT_FOUND}, {@code INVALID_ARGUMENT} naming the field or
   *     if the agent is of a provider that has none (C-64)
   */
  public JsonObject put(CustomerId customer, UUID agentId, JsonFields fields) {
    Agent agent = agents.lock(customer, agentId).orElseThrow(UnknownAgent::of);
    if (agent.provider() != AgentProvider.LIVEKIT) {
      throw new PlatformException(
          ErrorCode.INVALID_ARGUMENT, "Cannot update vida agents via this API");
    }
    PbxAccount account = document.account(fields);
    Optional<PbxRegistration> before = records.find(customer, agentId);
    if (before.isPresent() && before.get().account().equals(account)) {
      PbxRegistration same = records.lock(before.get().uuid()).orElseThrow();
      same.change(document.terms(same.uuid(), fields), clock.instant());
      events.changed(same);
      return document.of(same);
    }
    UUID id = ids.next();
    PbxRegistration made =
        new PbxRegistration(
            id, customer, agentId, token(), settings.askedSeconds(), clock.instant());
    made.begin(account, document.terms(id, fields), clock.instant());
    before.ifPresent(this::giveUp);
    records.add(made);
    events.changed(made);
    return document.of(made);
  }

  private String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return "pbx." + HexFormat.of().formatHex(bytes);
  }

  /**
   * @throws PlatformException {@code AGENT_NOT_FOUND}, {@code RESOURCE_NOT_FOUND}
   */
  public JsonObject get(CustomerId customer, UUID agentId) {
    return document.of(known(customer, agentId));
  }

  /**
   * What has become of it.
   *
   * @throws PlatformException {@code AGENT_NOT_FOUND}, {@code RESOURCE_NOT_FOUND}
   */
  public JsonObject status(CustomerId customer, UUID agentId) {
    return document.status(known(customer, agentId), clock.instant());
  }

  /**
   * Calls by it ring nobody from now on; the telephone system is told.
   *
   * @throws PlatformException {@code AGENT_NOT_FOUND}, {@code RESOURCE_NOT_FOUND}
   */
  public JsonObject delete(CustomerId customer, UUID agentId) {
    PbxRegistration registration = known(customer, agentId);
    giveUp(registration);
    return document.of(registration);
  }

  private PbxRegistration known(CustomerId customer, UUID agentId) {
    if (agents.find(customer, agentId).isEmpty()) {
      throw UnknownAgent.of();
    }
    return records
        .find(customer, agentId)
        .orElseThrow(
            () ->
                new PlatformException(
                    ErrorCode.RESOURCE_NOT_FOUND,
                    "agent " + agentId + " has no SIP registration: make one by PUT"));
  }

  private void giveUp(PbxRegistration registration) {
    PbxRegistration row = records.lock(registration.uuid()).orElseThrow();
    row.delete(clock.instant());
    // the agent may have another one only when this one is written
    records.write();
    events.changed(row);
  }

  /** Its registration goes with the agent. */
  public void release(@Observes AgentDeleted deleted) {
    records.find(deleted.customer(), deleted.agent()).ifPresent(this::giveUp);
  }

  /** All go with the customer. */
  public void releaseAll(@Observes CustomerDeleted deleted) {
    records.of(deleted.customer()).forEach(this::giveUp);
  }
}
