package org.tandemvoice.schema.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDriverTest {

  private static final int WRITERS = 16;
  private static final int COMMITS_EACH = 200;
  private static final String AS_THE_SERVER_HAS_IT = ";WRITE_DELAY=0;RETENTION_TIME=1000";

  @TempDir private Path directory;

  private final Set<Integer> committed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger numbers = new AtomicInteger();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final ExecutorService executor = Executors.newFixedThreadPool(WRITERS, this::thread);

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  /** A copy of the file, taken while others write, is what a killed process leaves. */
  @Test
  void fileHoldsEachCommitThatHasReturned() throws Exception {
    try (Connection first = connect("kept")) {
      prepare(first);
      List<Future<?>> writers = startWriters("kept", COMMITS_EACH);
      int copies = 0;
      while (writers.stream().anyMatch(writer -> !writer.isDone())) {
        Set<Integer> returned = new HashSet<>(committed);
        Files.copy(file("kept"), file("copy" + copies));
        assertThat(numbersIn("copy" + copies)).containsAll(returned);
        copies++;
      }
      awaitAll(writers);
      assertThat(copies).isGreaterThan(2);
      assertThat(committed).hasSize(WRITERS * COMMITS_EACH);
    }
  }

  /** One writing is held until all others have committed. */
  @Test
  @Timeout(60)
  void commitsAtTheSameTimeAreWrittenTogether() throws Exception {
    try (Connection first = connect("together")) {
      prepare(first);
      MVStore store =
          ((SessionLocal) first.unwrap(JdbcConnection.class).getSession())
              .getDatabase()
              .getStore()
              .getMvStore();
      List<Future<?>> writers = new ArrayList<>();
      long before = store.getCurrentVersion();

      CommitGroup.of(store)
          .write(
              () -> {
                writers.addAll(startWriters("together", 1));
                awaitAllWait();
              });
      awaitAll(writers);

      assertThat(committed).hasSize(WRITERS);
      assertThat(store.getCurrentVersion() - before).isLessThan(WRITERS / 4);
    }
  }

  @Test
  void leavesOtherDatabasesToOtherDrivers() throws SQLException {
    assertThat(new EmbeddedDriver().connect("jdbc:mariadb://127.0.0.1/x", new Properties()))
        .isNull();
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work);
    threads.add(thread);
    return thread;
  }

  private List<Future<?>> startWriters(String name, int commitsEach) {
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(executor.submit(() -> write(name, commitsEach)));
    }
    return writers;
  }

  private void awaitAllWait() {
    while (numbers.get() < WRITERS
        || threads.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
  }

  private static void awaitAll(List<Future<?>> writers) throws Exception {
    for (Future<?> writer : writers) {
      writer.get();
    }
  }

  private Void write(String name, int commits) throws SQLException {
    try (Connection connection = connect(name)) {
      connection.setAutoCommit(false);
      for (int i = 0; i < commits; i++) {
        int number = numbers.incrementAndGet();
        insert(connection, number);
        committed.add(number);
      }
    }
    return null;
  }

  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table calls (id int primary key, mark uuid, text varchar(1000))");
      statement.execute("create index calls_mark on calls (mark)");
    }
    connection.setAutoCommit(false);
    connection.commit();
  }

  private static void insert(Connection connection, int number) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into calls values (?, ?, ?)")) {
      insert.setInt(1, number);
      insert.setObject(2, UUID.randomUUID());
      insert.setString(3, "x".repeat(300));
      insert.executeUpdate();
    }
    connection.commit();
  }

  private Set<Integer> numbersIn(String name) throws SQLException {
    Set<Integer> found = new HashSet<>();
    try (Connection connection = connect(name);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select id from calls")) {
      while (rows.next()) {
        found.add(rows.getInt(1));
      }
    }
    return found;
  }

  private Connection connect(String name) throws SQLException {
    return new EmbeddedDriver()
        .connect(
            "jdbc:h2:file:" + directory.resolve(name) + AS_THE_SERVER_HAS_IT, new Properties());
  }

  private Path file(String name) {
    return directory.resolve(name + ".mv.db");
  }
}
