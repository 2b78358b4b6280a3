package org.tandemvoice.schema.driver;

import java.sql.SQLException;
import java.util.Properties;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/** A connection whose commit returns when what it changed is in the file. */
final class EmbeddedConnection extends JdbcConnection {

  /** Both are none where the database is another process's, which writes by its own rules. */
  private final MVStore store;

  private final CommitGroup group;

  EmbeddedConnection(String url, Properties info) throws SQLException {
    super(url, info, null, null, false);
    if (getSession() instanceof SessionLocal local) {
      store = local.getDatabase().getStore().getMvStore();
      group = CommitGroup.of(store);
    } else {
      store = null;
      group = null;
    }
  }

  /**
   * Commits, and waits until a killed process would not lose it.
   *
   * @throws SQLException if the commit fails or the file cannot be written
   */
  @Override
  public void commit() throws SQLException {
    boolean isChange = getSession() instanceof SessionLocal local && local.hasPendingTransaction();
    super.commit();
    if (isChange) {
      group.write(store);
    }
  }
}
