package org.tandemvoice.billing.control;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The accounts this transaction holds. Reading one again would undo what the transaction has
 * changed on it.
 */
@TransactionScoped
public class AccountLocks implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Set<UUID> held = new HashSet<>();

  /** Notes that the account is held from now on; false if it was already. */
  public boolean hold(UUID account) {
    return held.add(account);
  }
}
