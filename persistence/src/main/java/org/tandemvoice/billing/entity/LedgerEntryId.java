package org.tandemvoice.billing.entity;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** The movement and the account an entry is of. */
public class LedgerEntryId implements Serializable {

  private static final long serialVersionUID = 1L;

  private UUID id;
  private UUID accountId;

  public LedgerEntryId() {}

  @Override
  public boolean equals(Object other) {
    return other instanceof LedgerEntryId that
        && Objects.equals(id, that.id)
        && Objects.equals(accountId, that.accountId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, accountId);
  }
}
