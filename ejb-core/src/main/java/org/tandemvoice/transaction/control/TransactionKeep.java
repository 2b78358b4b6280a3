package org.tandemvoice.transaction.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/**
 * Keeps things as long as the transaction lives, one of each kind. The registry of Jakarta
 * Transactions holds them: a {@code @TransactionScoped} bean would be looked up in the bean manager
 * at each call of each of its methods.
 */
@ApplicationScoped
public class TransactionKeep {

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry registry;

  /**
   * The transaction's thing of this kind.
   *
   * @param first makes it when it is asked for the first time
   * @throws IllegalStateException without a transaction
   */
  public <T> T get(Class<T> kind, Supplier<T> first) {
    Object kept = registry.getResource(kind);
    if (kept != null) {
      return kind.cast(kept);
    }
    T made = first.get();
    registry.putResource(kind, made);
    return made;
  }
}
