package org.tandemvoice.schema.driver;

import java.sql.SQLException;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
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
 *
 * <p>A write costs nearly the same for ten commits as for one, for most of what they change lies in
 * the same pages. So where commits do come at the same time, writes begin a little apart, and each
 * takes more of them along. Who commits while nobody else does never waits.
 */
final class CommitGroup {

  /** H2 writes no commit by itself then, and starts no threads that would write for it either. */
  private static final int NEVER = -1;

  /** From the beginning of a write to that of the next, while several share each. */
  private static final long APART_NS = TimeUnit.MILLISECONDS.toNanos(5);

  /** A group does not know its store, so a store that is closed is forgotten. */
  private static final Map<MVStore, CommitGroup> GROUPS = new WeakHashMap<>();

  private final LongSupplier clock;
  private final LongConsumer pause;

  private long arrived;
  private long written;
  private long begun;
  private boolean isWriting;
  private boolean isShared;

  private CommitGroup() {
    this(System::nanoTime, LockSupport::parkNanos);
  }

  /**
   * @param clock the time in ns, of whatever origin
   * @param pause takes so many ns, or less: a write that begins early does no harm
   */
  CommitGroup(LongSupplier clock, LongConsumer pause) {
    this.clock = clock;
    this.pause = pause;
  }

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
    if (isWritten()) {
      return;
    }
    long done = 0;
    try {
      long leading = begin();
      writing.run();
      done = leading;
    } finally {
      finish(done);
    }
  }

  /** Waits until this one is written by another, or has to write. */
  private synchronized boolean isWritten() {
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
      return true;
    }
    isWriting = true;
    return false;
  }

  /**
   * Gives others some time to come, if they do.
   *
   * @return up to which arrival is to be written
   */
  private long begin() {
    long early = early();
    if (early > 0) {
      pause.accept(early);
    }
    synchronized (this) {
      begun = clock.getAsLong();
      return arrived;
    }
  }

  private synchronized long early() {
    return isShared ? begun + APART_NS - clock.getAsLong() : 0;
  }

  private synchronized void finish(long upTo) {
    isWriting = false;
    isShared = arrived - written > 1;
    written = Math.max(written, upTo);
    notifyAll();
  }
}
