package org.tandemvoice.schema.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileUpkeepTest {

  private static final int COMMITS = 4_000;
  private static final int COMMITS_A_SECOND = 200;
  private static final int COUNTERS = 50;

  @TempDir private Path directory;

  @Test
  void fileGrowsByWhatIsWrittenAndNotByEachCommit() throws Exception {
    long left = sizeAfterCommits("left", false);
    long kept = sizeAfterCommits("kept", true);

    assertThat(kept).isLessThan(left / 2);
  }

  /** As the server has it: a commit is in the file when it returns. */
  private long sizeAfterCommits(String name, boolean isKept) throws Exception {
    FileUpkeep upkeep = new FileUpkeep();
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + directory.resolve(name) + ";WRITE_DELAY=0;RETENTION_TIME=0");
    upkeep.dataSource = source;
    try (Connection connection = source.getConnection()) {
      prepare(connection);
      Random random = new Random(1);
      for (int i = 0; i < COMMITS; i++) {
        write(connection, i, new UUID(random.nextLong(), random.nextLong()));
        if (isKept && i % COMMITS_A_SECOND == 0) {
          upkeep.keep();
        }
      }
      // before it is closed, when H2 looks after the file itself
      return Files.size(directory.resolve(name + ".mv.db"));
    }
  }

  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table calls (id int primary key, mark uuid, text varchar(1000))");
      statement.execute("create index calls_mark on calls (mark)");
      statement.execute("create table counters (id int primary key, n int)");
      for (int i = 0; i < COUNTERS; i++) {
        statement.execute("insert into counters values (" + i + ", 0)");
      }
    }
    connection.setAutoCommit(false);
  }

  /** A row that stays and one that is always written again, in one commit. */
  private static void write(Connection connection, int number, UUID mark) throws SQLException {
    try (PreparedStatement insert =
            connection.prepareStatement("insert into calls values (?, ?, ?)");
        PreparedStatement count =
            connection.prepareStatement("update counters set n = n + 1 where id = ?")) {
      insert.setInt(1, number);
      insert.setObject(2, mark);
      insert.setString(3, "x".repeat(300));
      insert.executeUpdate();
      count.setInt(1, number % COUNTERS);
      count.executeUpdate();
    }
    connection.commit();
  }
}
