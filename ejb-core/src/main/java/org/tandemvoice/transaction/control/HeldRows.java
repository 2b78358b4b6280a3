package org.tandemvoice.transaction.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The rows this transaction has locked or made. Locking one again would read it again, and so undo
 * what the transaction has changed on it.
 */
@ApplicationScoped
public class HeldRows {

  private record Row(Class<?> entity, UUID id) {}

  private static final class Rows {
    private final Set<Row> held = new HashSet<>();
  }

  @Inject private TransactionKeep keep;

  /** Notes that the row is held from now on; false if it was already. */
  public boolean hold(Class<?> entity, UUID id) {
    return rows().add(new Row(entity, id));
  }

  public boolean holds(Class<?> entity, UUID id) {
    return rows().contains(new Row(entity, id));
  }

  private Set<Row> rows() {
    return keep.get(Rows.class, Rows::new).held;
  }
}
