package org.tandemvoice.peer.rtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Two threads for the media of all phones of this process, one that listens and one that speaks:
 * some threads for each phone would fight with the server for the cores. They go before others
 * where the system allows it, as a phone does not wait for the server it calls.
 */
final class RtpThreads {

  static final RtpThreads SHARED = new RtpThreads();

  private static final int FRAME_MS = 20;
  private static final int MAX_DATAGRAM = 2048;

  /** Takes a datagram, on the thread that listens. */
  @FunctionalInterface
  interface Listener {
    void datagram(byte[] bytes, int length, InetSocketAddress from, long arrivalNs);
  }

  private record Entry(DatagramChannel channel, Listener listener) {}

  private final Selector selector;
  private final Queue<Entry> entering = new ConcurrentLinkedQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(MAX_DATAGRAM);
  private final byte[] datagram = new byte[MAX_DATAGRAM];
  private final ScheduledThreadPoolExecutor speakers;

  private RtpThreads() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException("No selector for the phones' media", e);
    }
    speakers = new ScheduledThreadPoolExecutor(1, work -> daemon("phone-rtp-out", work));
    speakers.setRemoveOnCancelPolicy(true);
    daemon("phone-rtp-in", this::listen).start();
  }

  /** Hears what comes to that channel until it is closed. */
  void hear(DatagramChannel channel, Listener listener) {
    entering.add(new Entry(channel, listener));
    selector.wakeup();
  }

  /** Speaks every 20 ms until it is cancelled; what was missed is made up for. */
  Future<?> speak(Runnable frame) {
    return speakers.scheduleAtFixedRate(() -> reporting(frame), 0, FRAME_MS, TimeUnit.MILLISECONDS);
  }

  /** A closed channel gives its port back when the selector has looked. */
  void closed() {
    selector.wakeup();
  }

  private void listen() {
    while (true) {
      try {
        selector.select(this::receive);
        for (Entry entry = entering.poll(); entry != null; entry = entering.poll()) {
          if (entry.channel().isOpen()) {
            entry.channel().register(selector, SelectionKey.OP_READ, entry.listener());
          }
        }
      } catch (IOException e) {
        report(e);
      }
    }
  }

  private void receive(SelectionKey key) {
    reporting(
        () -> {
          try {
            buffer.clear();
            InetSocketAddress from =
                (InetSocketAddress) ((DatagramChannel) key.channel()).receive(buffer);
            if (from != null) {
              int length = buffer.flip().remaining();
              buffer.get(datagram, 0, length);
              ((Listener) key.attachment()).datagram(datagram, length, from, System.nanoTime());
            }
          } catch (IOException closed) {
            key.cancel();
          }
        });
  }

  /** A fault of one phone must not silence the others. */
  private static void reporting(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | AssertionError e) {
      report(e);
    }
  }

  private static void report(Throwable fault) {
    Thread thread = Thread.currentThread();
    thread.getThreadGroup().uncaughtException(thread, fault);
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setPriority(Thread.MAX_PRIORITY);
    return thread;
  }
}
