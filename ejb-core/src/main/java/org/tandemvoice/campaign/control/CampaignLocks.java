package org.tandemvoice.campaign.control;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The tries and targets this transaction holds or has made. Reading one again would undo what the
 * transaction has changed on it.
 */
@TransactionScoped
public class CampaignLocks implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Set<UUID> held = new HashSet<>();

  /** Notes that it is held from now on; false if it was already. */
  public boolean hold(UUID id) {
    return held.add(id);
  }
}
