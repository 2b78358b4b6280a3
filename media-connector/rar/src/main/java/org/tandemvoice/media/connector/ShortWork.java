package org.tandemvoice.media.connector;

import jakarta.resource.spi.work.Work;

/** A task of seconds at most on a thread of the work manager; the server waits for its end. */
final class ShortWork implements Work {

  private final Runnable task;

  ShortWork(Runnable task) {
    this.task = task;
  }

  @Override
  public void run() {
    task.run();
  }

  @Override
  public void release() {
    // It ends by itself.
  }
}
