package org.tandemvoice.flow.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.util.UUID;

/** One action an execution has begun: a line of its history, never changed. */
@Entity
@Table(name = "executed_actions")
public class ExecutedAction {

  @Id private UUID id;

  @Column(name = "activeflow_id", nullable = false)
  private UUID activeflowId;

  @Column(name = "position", nullable = false)
  private long position;

  @Lob
  @Column(name = "action", nullable = false)
  private String action;

  protected ExecutedAction() {}

  /** The action that runs at present. */
  public ExecutedAction(UUID id, Activeflow activeflow) {
    this.id = id;
    this.activeflowId = activeflow.uuid();
    this.position = activeflow.executedCount();
    this.action = activeflow.currentAction();
  }

  /** As JSON, its options as they were when it began. */
  public String action() {
    return action;
  }
}
