package org.tandemvoice.agent.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.customer.entity.Permission;

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

  /** From now on the agent signs in with another password, of this hash. */
  public void changePassword(String hash, Instant now) {
    passwordHash = hash;
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

  public AgentStatus status() {
    return status;
  }

  public Permission permission() {
    return new Permission(permission);
  }
}
