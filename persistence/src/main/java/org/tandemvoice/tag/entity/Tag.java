package org.tandemvoice.tag.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/** A name under which a customer groups agents. Names need not be unique. */
@Entity
@Table(name = "tags")
public class Tag extends OwnedResource {

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  protected Tag() {}

  public Tag(UUID id, CustomerId customerId, String name, String detail, Instant now) {
    super(id, customerId, now);
    this.name = name;
    this.detail = detail;
  }

  public void describe(String newName, String newDetail, Instant now) {
    name = newName;
    detail = newDetail;
    touch(now);
  }

  public String name() {
    return name;
  }

  public String detail() {
    return detail;
  }
}
