package org.tandemvoice.schema.control;

import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/**
 * Keeps the file of the embedded database from growing without end. H2 writes changed pages behind
 * the others; what is still valid among old ones must be written again before their space can be
 * used. It does that by itself only where commits are written late, which ours are not. Does
 * nothing on another database.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class FileUpkeep {

  /** Percent of the file that should be valid. */
  private static final int WANTED_FILL = 50;

  /** Commits wait while this much is written again. */
  private static final int BYTES_AT_ONCE = 1024 * 1024;

  @Resource(lookup = "java:jboss/datasources/TandemDS")
  DataSource dataSource;

  /** Whether the database is known to be another one, which need not be asked again. */
  private boolean isAnother;

  /**
   * Writes a little of what is still valid again, if that is less than half of the file.
   *
   * @throws SQLException if the database cannot be reached
   */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void keep() throws SQLException {
    if (isAnother) {
      return;
    }
    try (Connection connection = dataSource.getConnection()) {
      isAnother = !connection.isWrapperFor(JdbcConnection.class);
      if (!isAnother
          && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal local) {
        local.getDatabase().getStore().getMvStore().compact(WANTED_FILL, BYTES_AT_ONCE);
      }
    }
  }
}
