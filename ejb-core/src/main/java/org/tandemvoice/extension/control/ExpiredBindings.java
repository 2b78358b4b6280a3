package org.tandemvoice.extension.control;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Deletes expired bindings once a minute. Nothing depends on it: every reader leaves them out by
 * itself.
 */
@Singleton
@DependsOn("SchemaMigration")
public class ExpiredBindings {

  private static final System.Logger LOG = System.getLogger(ExpiredBindings.class.getName());

  @Inject ContactBindings bindings;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "*", persistent = false)
  public void purge() {
    int purged = bindings.removeExpired(clock.instant());
    if (purged > 0) {
      LOG.log(System.Logger.Level.DEBUG, "purged {0} expired contact bindings", purged);
    }
  }
}
