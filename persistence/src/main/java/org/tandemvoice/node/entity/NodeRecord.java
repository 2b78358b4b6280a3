package org.tandemvoice.node.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A server process on this database, and when it last showed that it lives. */
@Entity
@Table(name = "nodes")
public class NodeRecord {

  @Id private String id;

  @Column(name = "tm_seen", nullable = false)
  private Instant tmSeen;

  protected NodeRecord() {}

  public NodeRecord(String id, Instant now) {
    this.id = id;
    this.tmSeen = now;
  }

  public String id() {
    return id;
  }

  public Instant seenAt() {
    return tmSeen;
  }

  public void seen(Instant now) {
    tmSeen = now;
  }
}
