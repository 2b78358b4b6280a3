package org.tandemvoice.schema.driver;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.Driver;

/**
 * The driver of the embedded database: H2's own, whose commits are written to the file together.
 */
public final class EmbeddedDriver extends Driver {

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    return acceptsURL(url) ? new EmbeddedConnection(url, info) : null;
  }
}
