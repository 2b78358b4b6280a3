package org.tandemvoice.health.entity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the database answers within two seconds. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

  private static final int TIMEOUT_SECONDS = 2;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answers()).build();
  }

  private static boolean answers() {
    try {
      DataSource dataSource = InitialContext.doLookup("java:jboss/datasources/TandemDS");
      try (Connection connection = dataSource.getConnection()) {
        return connection.isValid(TIMEOUT_SECONDS);
      }
    } catch (NamingException | SQLException gone) {
      return false;
    }
  }
}
