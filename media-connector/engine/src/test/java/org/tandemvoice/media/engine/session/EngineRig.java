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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.tandemvoice.media.MediaEvent;
import org.tandemvoice.media.engine.pace.Wheel;
import org.tandemvoice.media.engine.speech.SpeechSettings;
import org.tandemvoice.media.engine.transport.PacketReceiver;

/** An engine on loopback with threads of its own, and the events it sent. */
final class EngineRig implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration REALLY_LATE = Duration.ofSeconds(60);

  private final List<MediaEvent> events = new CopyOnWriteArrayList<>();
  private final List<Thread> loops = new CopyOnWriteArrayList<>();
  private final ExecutorService workers = Executors.newFixedThreadPool(2);
  private final AtomicLong stalledNanos = new AtomicLong();
  private final MediaEngine engine;

  EngineRig(Path folder) throws IOException {
    this(folder, Duration.ofSeconds(60), 20);
  }

  EngineRig(Path folder, Duration silence, int ports) throws IOException {
    this(folder, silence, ports, 1);
  }

  EngineRig(Path folder, Duration silence, int ports, int wheels) throws IOException {
    int first = freeRange(ports);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    engine =
        new MediaEngine(
            new EngineSettings(
                first,
                first + ports - 1,
                loopback,
                loopback,
                silence,
                new EngineSettings.Folders(folder, folder.resolve("recordings")),
                true,
                SpeechSettings.offline()),
            new EngineRuntime(
                this::startLoop,
                workers,
                Clock.systemUTC(),
                () -> FairTime.CLOCK.nanos() + stalledNanos.get()),
            wheels,
            events::add);
  }

  /** Receivers first, then wheels. */
  List<Thread> loops() {
    return loops;
  }

  MediaEngine engine() {
    return engine;
  }

  /** Lets the engine have had no time for so long. */
  void stall(Duration time) {
    stalledNanos.addAndGet(time.toNanos());
  }

  List<MediaEvent> events() {
    return events;
  }

  <T extends MediaEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Waits until it is so; false if it is not within five seconds of the time that tests have. */
  static boolean await(BooleanSupplier condition) {
    long deadline = FairTime.CLOCK.nanos() + PATIENCE.toNanos();
    long reallyLate = System.nanoTime() + REALLY_LATE.toNanos();
    while (!condition.getAsBoolean()) {
      if (FairTime.CLOCK.nanos() > deadline || System.nanoTime() > reallyLate) {
        return condition.getAsBoolean();
      }
      LockSupport.parkNanos(2_000_000);
    }
    return true;
  }

  @Override
  public void close() {
    engine.stop();
    workers.shutdown();
  }

  private void startLoop(Runnable loop) {
    Thread thread = new Thread(loop, "media loop " + loops.size());
    if (loop instanceof PacketReceiver) {
      FairTime.CLOCK.receives(thread);
    } else if (loop instanceof Wheel wheel) {
      FairTime.CLOCK.paces(thread, () -> wheel.load() == 0);
    }
    loops.add(thread);
    thread.start();
  }

  private static int freeRange(int ports) throws IOException {
    while (true) {
      int first;
      try (DatagramSocket probe = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
        first = Math.min(60_000, probe.getLocalPort() & ~1);
      }
      if (isFree(first, ports)) {
        return first;
      }
    }
  }

  private static boolean isFree(int first, int ports) {
    for (int port = first; port < first + ports; port++) {
      try (DatagramSocket probe = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
        probe.getLocalPort();
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}
