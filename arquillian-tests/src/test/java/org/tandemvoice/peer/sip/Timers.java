package org.tandemvoice.peer.sip;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** RFC 3261 17.1.1.1 timer values and the one thread on which a phone's timers fire. */
final class Timers implements AutoCloseable {

  static final Duration T1 = Duration.ofMillis(500);
  static final Duration T2 = Duration.ofSeconds(4);
  static final Duration TRANSACTION = T1.multipliedBy(64);

  private final ScheduledExecutorService executor =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread thread = new Thread(work, "phone-timers");
            thread.setDaemon(true);
            return thread;
          });

  ScheduledFuture<?> after(Duration delay, Runnable work) {
    return executor.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  static Duration doubled(Duration interval) {
    Duration twice = interval.multipliedBy(2);
    return twice.compareTo(T2) > 0 ? T2 : twice;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
