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

  protected Flow() {}

  private Flow(UUID id, CustomerId customer, boolean temporary, String actions, Instant now) {
    super(id, customer, now);
    this.name = temporary ? "tmp" : "";
    this.detail = "";
    this.temporary = temporary;
    this.actions = actions;
  }

  /** The flow of actions given inline with a call (inventory section 9); lists leave it out. */
  public static Flow temporary(UUID id, CustomerId customer, String actions, Instant now) {
    return new Flow(id, customer, true, actions, now);
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

  /** The actions as a JSON array, as given. */
  public String actions() {
    return actions;
  }
}
