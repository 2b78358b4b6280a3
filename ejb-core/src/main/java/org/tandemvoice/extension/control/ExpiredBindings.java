package org.tandemvoice.extension.control;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Deletes expired bindings every five seconds, those of one extension at a time, and so lets it be
 * told that nobody is registered any longer. Calls do not depend on it: every reader leaves them
 * out by itself.
 */
@Singleton
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExpiredBindings {

  /** So many extensions at once at most. */
  private static final int MOST = 2_000;

  private static final System.Logger LOG = System.getLogger(ExpiredBindings.class.getName());

  @Inject ContactReach reach;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  public void purge() {
    List<AbandonedContacts> expired = reach.expired(MOST);
    expired.forEach(reach::purge);
    if (!expired.isEmpty()) {
      LOG.log(System.Logger.Level.DEBUG, "contacts of {0} extensions have expired", expired.size());
    }
  }
}
