package org.tandemvoice.outbox.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * How many batches of events there are. The one row is locked by the node that makes the next
 * batch, so that the numbers are those of the commits, without gaps.
 */
@Entity
@Table(name = "outbox_cursor")
public class OutboxCursor {

  /** The id of the one row. */
  public static final int ID = 1;

  @Id private int id;

  @Column(name = "last_batch", nullable = false)
  private long lastBatch;

  protected OutboxCursor() {}

  public long lastBatch() {
    return lastBatch;
  }

  /** The number of the batch that is made now. */
  public long next() {
    lastBatch++;
    return lastBatch;
  }
}
