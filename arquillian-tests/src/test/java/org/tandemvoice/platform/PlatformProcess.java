package org.tandemvoice.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A server of a test's own, with own ports, data directory and database, for tests that stop, kill
 * and restart it. Its data outlives its process until the next build.
 */
public final class PlatformProcess implements AutoCloseable {

  private static final Duration STOP = Duration.ofSeconds(60);

  private final Path server = Path.of(System.getProperty("tandem.server"));
  private final Ports ports = Ports.free();
  private final Map<String, String> environment = new HashMap<>();
  private final Path home;
  private final Optional<DatabaseLine> databaseLine;
  private Process script;
  private ProcessHandle java;

  private PlatformProcess(String name, Map<String, String> settings) {
    home = unused(Path.of(System.getProperty("tandem.base")).toAbsolutePath(), name);
    environment.putAll(TestDatabase.fresh());
    databaseLine = Optional.ofNullable(environment.get("DB_URL")).map(DatabaseLine::to);
    databaseLine.ifPresent(line -> environment.put("DB_URL", line.url()));
    environment.putAll(ports.environment());
    environment.put("DATA_DIR", home.resolve("data").toString());
    environment.put("RTP_PORT_MIN", System.getProperty("tandem.rtp.min"));
    environment.put("RTP_PORT_MAX", System.getProperty("tandem.rtp.max"));
    environment.put("HEAP", "768m");
    environment.putAll(settings);
  }

  private static Path unused(Path base, String name) {
    Path home = base.resolve(name);
    for (int attempt = 2; Files.exists(home); attempt++) {
      home = base.resolve(name + "-" + attempt);
    }
    return home;
  }

  /**
   * Starts a server and waits until it is ready.
   *
   * @param name names its folder; where that is in use, as in a second attempt, a number is added
   * @param settings environment keys beyond those every test server has
   */
  public static PlatformProcess start(String name, Map<String, String> settings) {
    PlatformProcess process = new PlatformProcess(name, settings);
    process.start();
    return process;
  }

  /**
   * Starts a second server on the same database; its folder and {@code NODE_ID} have this name.
   *
   * @param settings environment keys beyond those every test server has
   */
  public PlatformProcess beside(String name, Map<String, String> settings) {
    Map<String, String> shared = new HashMap<>(settings);
    shared.put("DB_URL", environment.get("DB_URL"));
    shared.put("NODE_ID", name);
    return start(name, shared);
  }

  public Platform platform() {
    return new Platform(ports, home.resolve("data"), () -> java);
  }

  /** The line to the database; there is none to H2, which is part of the server. */
  public Optional<DatabaseLine> databaseLine() {
    return databaseLine;
  }

  /** Runs a statement of SQL behind the server's back; on MariaDB only. */
  public void inDatabase(String statement) {
    String url = environment.get("DB_URL");
    TestDatabase.run(url.substring(url.lastIndexOf('/') + 1), statement);
  }

  /** Changes a setting, from the next start on. */
  public PlatformProcess with(String key, String value) {
    environment.put(key, value);
    return this;
  }

  /** Starts again over the same data and ports, and waits until ready. */
  public void start() {
    try {
      Files.createDirectories(home);
      ProcessBuilder builder = new ProcessBuilder(server.resolve("bin/standalone.sh").toString());
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true);
      builder.redirectOutput(
          ProcessBuilder.Redirect.appendTo(home.resolve("console.log").toFile()));
      script = builder.start();
    } catch (IOException cannotStart) {
      throw new UncheckedIOException(cannotStart);
    }
    Platform.awaitStart("the server of " + home, Duration.ofSeconds(120), this::isReadyOrGone);
    if (!script.isAlive()) {
      throw new AssertionError(
          "the server ended while starting: see " + home.resolve("console.log"));
    }
    java = ServerProcesses.below(script.toHandle(), home.toString());
  }

  /** Asks the server to stop and waits until it has. */
  public void stop() {
    script.destroy();
    awaitEnd();
  }

  /** Ends the server as a power cut would. */
  public void kill() {
    java.destroyForcibly();
    awaitEnd();
  }

  /** Begins a stop and returns at once. */
  public void beginStop() {
    script.destroy();
  }

  /** Waits for the end of a stop that was begun. */
  public void awaitEnd() {
    Platform.await("the end of the server", STOP, () -> !script.isAlive() && !java.isAlive());
  }

  @Override
  public void close() {
    if (script != null && script.isAlive()) {
      script.descendants().forEach(ProcessHandle::destroyForcibly);
      script.destroyForcibly();
    }
    databaseLine.ifPresent(DatabaseLine::close);
  }

  private boolean isReadyOrGone() {
    return !script.isAlive() || platform().isReady();
  }
}
