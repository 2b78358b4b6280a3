package org.tandemvoice.agent.entity;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.customer.entity.Permission;
import org.tandemvoice.direct.entity.DirectHash;

/**
 * A person who signs in. The username is unique on the whole platform while the agent is not
 * deleted.
 */
@Entity
@Table(name = "agents")
public class Agent extends OwnedResource {

  @Column(name = "username", nullable = false)
  private String username;

  @Column(name = "live_username")
  private String liveUsername;

  @Column(name = "password_hash", nullable = false)
  private String passwordHash;

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  @Enumerated(EnumType.STRING)
  @Column(name = "ring_method", nullable = false)
  private RingMethod ringMethod = RingMethod.RINGALL;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private AgentStatus status = AgentStatus.OFFLINE;

  @Column(name = "permission", nullable = false)
  private int permission;

  @Lob
  @Column(name = "tag_ids", nullable = false)
  private String tagIds = "[]";

  @Lob
  @Column(name = "addresses", nullable = false)
  private String addresses = "[]";

  @Column(name = "direct_hash")
  private String directHash;

  @Enumerated(EnumType.STRING)
  @Column(name = "provider", nullable = false)
  private AgentProvider provider = AgentProvider.LIVEKIT;

  @Column(name = "tm_idle")
  private Instant tmIdle;

  protected Agent() {}

  /** An agent that is offline and has the username for its name. */
  public Agent(
      UUID id,
      CustomerId customerId,
      String username,
      String passwordHash,
      Permission permission,
      Instant now) {
    super(id, customerId, now);
    this.username = username;
    this.liveUsername = username;
    this.name = username;
    this.detail = "";
    this.passwordHash = passwordHash;
    this.permission = permission.bits();
  }

  /** What is known of a new agent besides who it is. */
  public void begin(AgentProfile profile, List<UUID> tags, List<Address> phones) {
    name = profile.name();
    detail = profile.detail();
    ringMethod = profile.ringMethod();
    provider = profile.provider();
    tagIds = JsonText.ofUuids(tags);
    addresses = json(phones);
  }

  /** From now on the agent signs in with another password, of this hash. */
  public void changePassword(String hash, Instant now) {
    passwordHash = hash;
    touch(now);
  }

  public void describe(AgentProfile profile, Instant now) {
    name = profile.name();
    detail = profile.detail();
    ringMethod = profile.ringMethod();
    provider = profile.provider();
    touch(now);
  }

  /** Replaces all tags. */
  public void tag(List<UUID> ids, Instant now) {
    tagIds = JsonText.ofUuids(ids);
    touch(now);
  }

  /** Replaces all addresses. */
  public void reachAt(List<Address> replacing, Instant now) {
    addresses = json(replacing);
    touch(now);
  }

  private static String json(List<Address> addresses) {
    JsonArrayBuilder list = JSON.createArrayBuilder();
    addresses.forEach(address -> list.add(AddressColumn.json(address)));
    return list.build().toString();
  }

  public void permit(Permission allowed, Instant now) {
    permission = allowed.bits();
    touch(now);
  }

  /**
   * The only way the status changes, from any to any; false if that is not news. Who becomes
   * available is idle from then on.
   */
  public boolean transitionTo(AgentStatus next, Instant now) {
    if (status == next) {
      return false;
    }
    status = next;
    if (next == AgentStatus.AVAILABLE) {
      tmIdle = now;
    }
    touch(now);
    return true;
  }

  /** From now on the old hash, if there was one, reaches nobody. */
  public void replaceDirectHash(DirectHash hash, Instant now) {
    directHash = hash.text();
    touch(now);
  }

  @Override
  public void delete(Instant now) {
    super.delete(now);
    liveUsername = null;
  }

  public String username() {
    return username;
  }

  public String passwordHash() {
    return passwordHash;
  }

  public String name() {
    return name;
  }

  public String detail() {
    return detail;
  }

  public RingMethod ringMethod() {
    return ringMethod;
  }

  public AgentProfile profile() {
    return new AgentProfile(name, detail, ringMethod, provider);
  }

  public AgentProvider provider() {
    return provider;
  }

  public AgentStatus status() {
    return status;
  }

  public Permission permission() {
    return new Permission(permission);
  }

  public List<UUID> tagIds() {
    return JsonText.uuids(tagIds);
  }

  /** Whether it bears at least one of these tags; any agent matches no tags (contract 9). */
  public boolean matches(List<UUID> tags) {
    return tags.isEmpty() || tagIds().stream().anyMatch(tags::contains);
  }

  /** Where its phones are, in their order. */
  public List<Address> addresses() {
    return JsonText.array(addresses).getValuesAs(JsonObject.class).stream()
        .map(AddressColumn::address)
        .toList();
  }

  /** Empty until one is made (C-53). */
  public String directHash() {
    return directHash == null ? "" : directHash;
  }

  /** Since when it is, or was last, available. */
  public Optional<Instant> idleSince() {
    return Optional.ofNullable(tmIdle);
  }
}
