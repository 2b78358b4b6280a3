package org.tandemvoice.health.entity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the database answers within two seconds. A question that hangs is not waited for any
 * longer, and no other is asked before it has ended.
 */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

  private static final int TIMEOUT_SECONDS = 2;

  private Future<Boolean> question;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answersInTime()).build();
  }

  private boolean answersInTime() {
    try {
      return asked().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (NamingException | RejectedExecutionException stopping) {
      return false;
    } catch (ExecutionException | TimeoutException gone) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized Future<Boolean> asked() throws NamingException {
    if (question == null || question.isDone()) {
      ExecutorService executor =
          InitialContext.doLookup("java:jboss/ee/concurrency/executor/default");
      question = executor.submit(DatabaseReadiness::answers);
    }
    return question;
  }

  private static boolean answers() throws NamingException, SQLException {
    DataSource dataSource = InitialContext.doLookup("java:jboss/datasources/TandemDS");
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(TIMEOUT_SECONDS);
    }
  }
}
