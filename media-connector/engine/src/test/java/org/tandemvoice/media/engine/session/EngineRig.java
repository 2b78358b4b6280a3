package org.tandemvoice.media.engine.session;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.tandemvoice.media.MediaEvent;
import org.tandemvoice.media.engine.pace.NanoClock;

/** An engine on loopback with threads of its own, and the events it sent. */
final class EngineRig implements AutoCloseable {

  private final List<MediaEvent> events = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final MediaEngine engine;

  EngineRig(Path folder) throws IOException {
    this(folder, Duration.ofSeconds(60), 20);
  }

  EngineRig(Path folder, Duration silence, int ports) throws IOException {
    int first = freeRange();
    InetAddress loopback = InetAddress.getLoopbackAddress();
    engine =
        new MediaEngine(
            new EngineSettings(first, first + ports - 1, loopback, loopback, silence, folder, true),
            new EngineRuntime(threads, threads, Clock.systemUTC(), NanoClock.system()),
            1,
            events::add);
  }

  MediaEngine engine() {
    return engine;
  }

  List<MediaEvent> events() {
    return events;
  }

  <T extends MediaEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Waits until it is so; false if it is not within five seconds. */
  static boolean await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(2_000_000);
    }
    return true;
  }

  @Override
  public void close() {
    engine.stop();
    threads.shutdown();
  }

  private static int freeRange() throws IOException {
    try (DatagramSocket probe = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return Math.min(60_000, probe.getLocalPort() & ~1);
    }
  }
}
