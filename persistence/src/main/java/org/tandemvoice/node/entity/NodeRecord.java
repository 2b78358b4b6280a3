package org.tandemvoice.node.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A server process on this database: when it last showed that it lives, and where the others reach
 * its API.
 */
@Entity
@Table(name = "nodes")
public class NodeRecord {

  @Id private String id;

  @Column(nullable = false)
  private String url = "";

  @Column(name = "tm_seen", nullable = false)
  private Instant tmSeen;

  protected NodeRecord() {}

  public NodeRecord(String id, String url, Instant now) {
    this.id = id;
    seen(url, now);
  }

  public String id() {
    return id;
  }

  public Instant seenAt() {
    return tmSeen;
  }

  /** Empty if it has not said so yet. */
  public String url() {
    return url;
  }

  public final void seen(String at, Instant now) {
    url = at;
    tmSeen = now;
  }
}
