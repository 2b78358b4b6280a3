package org.tandemvoice.schema.driver;

import java.sql.SQLException;
import java.util.Map;
import java.util.WeakHashMap;
import org.h2.message.DbException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Writes commits that come at the same time to the file at once. Who comes while a write goes on
 * waits for the next one; one of the waiting makes it, for all of them.
 *
 * <p>H2 makes a write for each commit, one after the other under a lock that is passed on in turn:
 * with twenty threads that was twenty writes and as many changes of thread before the last of them
 * went on.
 */
final class CommitGroup {

  /** H2 writes no commit by itself then, and starts no threads that would write for it either. */
  private static final int NEVER = -1;

  /** A group does not know its store, so a store that is closed is forgotten. */
  private static final Map<MVStore, CommitGroup> GROUPS = new WeakHashMap<>();

  private long arrived;
  private long written;
  private boolean isWriting;

  /** The one group of a store, which writes no commit by itself from now on. */
  static CommitGroup of(MVStore store) {
    // each new connection sets what its URL says
    store.setAutoCommitDelay(NEVER);
    synchronized (GROUPS) {
      return GROUPS.computeIfAbsent(store, opened -> new CommitGroup());
    }
  }

  /**
   * Returns when all that was committed before this call is in the file.
   *
   * @param store the one of this group
   * @throws SQLException if it cannot be written; the store is closed then
   */
  void write(MVStore store) throws SQLException {
    try {
      write(store::commit);
    } catch (MVStoreException failure) {
      throw DbException.toSQLException(failure);
    }
  }

  /** Returns when a writing that began after this call has ended, be it this one or another's. */
  void write(Runnable writing) {
    long leading = lead();
    if (leading == 0) {
      return;
    }
    long done = 0;
    try {
      writing.run();
      done = leading;
    } finally {
      finish(done);
    }
  }

  /**
   * Waits until this one is written or has to write.
   *
   * @return up to which arrival it has to write, its own included; 0 if it is written
   */
  private synchronized long lead() {
    arrived++;
    long mine = arrived;
    boolean isInterrupted = false;
    while (written < mine && isWriting) {
      try {
        wait();
      } catch (InterruptedException interruption) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
    if (written >= mine) {
      return 0;
    }
    isWriting = true;
    return arrived;
  }

  private synchronized void finish(long upTo) {
    isWriting = false;
    written = Math.max(written, upTo);
    notifyAll();
  }
}
