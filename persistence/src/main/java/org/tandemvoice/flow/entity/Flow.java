package org.tandemvoice.flow.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * A list of actions a customer has described. A temporary one belongs to the call whose actions
 * were given inline.
 */
@Entity
@Table(name = "flows")
public class Flow extends OwnedResource {

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  @Column(name = "temporary", nullable = false)
  private boolean temporary;

  @Lob
  @Column(name = "actions", nullable = false)
  private String actions;

  @Column(name = "on_complete_flow_id", nullable = false)
  private UUID onCompleteFlowId = NIL;

  @Column(name = "direct_hash")
  private String directHash;

  protected Flow() {}

  private Flow(UUID id, CustomerId customer, boolean temporary, FlowContent content, Instant now) {
    super(id, customer, now);
    this.temporary = temporary;
    describe(content);
  }

  public Flow(UUID id, CustomerId customer, FlowContent content, String directHash, Instant now) {
    this(id, customer, false, content, now);
    this.directHash = directHash;
  }

  /** The flow of actions given inline with a call (inventory section 9); lists leave it out. */
  public static Flow temporary(UUID id, CustomerId customer, String actions, Instant now) {
    return new Flow(id, customer, true, new FlowContent("tmp", "", actions, NIL), now);
  }

  /** Replaces all that may change. Executions that have begun go on with what they began. */
  public void change(FlowContent content, Instant now) {
    describe(content);
    touch(now);
  }

  private void describe(FlowContent content) {
    name = content.name();
    detail = content.detail();
    actions = content.actions();
    onCompleteFlowId = content.onCompleteFlowId();
  }

  /** From now on the old hash reaches nobody. */
  public void replaceDirectHash(String hash, Instant now) {
    directHash = hash;
    touch(now);
  }

  public String name() {
    return name;
  }

  public String detail() {
    return detail;
  }

  public boolean isTemporary() {
    return temporary;
  }

  /** The actions as a JSON array, aliases folded, each with an id. */
  public String actions() {
    return actions;
  }

  /** The flow to run when an execution of this one is over, or the nil UUID. */
  public UUID onCompleteFlowId() {
    return onCompleteFlowId;
  }

  /** Empty for a temporary flow. */
  public String directHash() {
    return directHash == null ? "" : directHash;
  }
}
