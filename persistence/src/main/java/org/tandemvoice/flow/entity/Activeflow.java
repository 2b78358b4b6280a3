package org.tandemvoice.flow.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * One execution of a flow on a call: a cursor over its actions. Between two facts it is nothing but
 * this row; no thread waits for it.
 */
@Entity
@Table(name = "activeflows")
public class Activeflow extends OwnedResource {

  private static final int BEFORE_START = -1;

  @Column(name = "flow_id", nullable = false)
  private UUID flowId;

  @Column(name = "call_id", nullable = false)
  private UUID callId;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private ActiveflowStatus status = ActiveflowStatus.RUNNING;

  @Lob
  @Column(name = "actions", nullable = false)
  private String actions;

  @Column(name = "position", nullable = false)
  private int position = BEFORE_START;

  @Lob
  @Column(name = "memory", nullable = false)
  private String memory = "";

  @Lob
  @Column(name = "error", nullable = false)
  private String error = "";

  protected Activeflow() {}

  /**
   * An execution that has not begun, of the flow the call refers to.
   *
   * @param actions a JSON array of actions
   */
  public Activeflow(Call call, String actions, Instant now) {
    super(call.activeflowId(), call.customerId(), now);
    this.flowId = call.flowId();
    this.callId = call.uuid();
    this.actions = actions;
  }

  public boolean hasBegun() {
    return position > BEFORE_START;
  }

  public boolean isRunning() {
    return status == ActiveflowStatus.RUNNING;
  }

  /** Moves the cursor to the action at this index and forgets what the last one remembered. */
  public void moveTo(int index, Instant now) {
    position = index;
    memory = "";
    touch(now);
  }

  /** What the running action needs to know when a fact comes back to it. */
  public void remember(String text, Instant now) {
    memory = text;
    touch(now);
  }

  public void end(Instant now) {
    status = ActiveflowStatus.ENDED;
    touch(now);
  }

  /** Ends it, with a sentence that tells the customer what the running action could not do. */
  public void fail(String sentence, Instant now) {
    error = sentence;
    end(now);
  }

  public UUID flowId() {
    return flowId;
  }

  public CallId callId() {
    return new CallId(callId);
  }

  public ActiveflowStatus status() {
    return status;
  }

  public String actions() {
    return actions;
  }

  /** Index of the running action; -1 before the first. */
  public int position() {
    return position;
  }

  public String memory() {
    return memory;
  }

  public String error() {
    return error;
  }
}
