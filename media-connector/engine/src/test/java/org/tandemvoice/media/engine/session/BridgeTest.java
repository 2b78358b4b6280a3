package org.tandemvoice.media.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.media.MediaException;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.media.engine.codec.Pcma;
import org.tandemvoice.media.engine.codec.Pcmu;

class BridgeTest {

  private static final int PORTS = 80;

  @TempDir private Path folder;
  private EngineRig rig;
  private final List<Phone> phones = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    rig = new EngineRig(folder, Duration.ofSeconds(60), PORTS, 2);
    phones.add(new Phone(new Pcmu()));
    phones.add(new Phone(new Pcma()));
    phones.add(new Phone(new Pcmu()));
  }

  @AfterEach
  void stop() {
    phones.forEach(Phone::close);
    rig.close();
  }

  @Test
  void joinsPartiesOfDifferentCodecsOnDifferentWheels() {
    MediaSession a = connect(0);
    MediaSession b = connect(1);

    a.bridge(b.id());
    talk(40);

    assertThat(tone(0, 1)).isBetween(7_000.0, 9_000.0);
    assertThat(tone(1, 0)).isBetween(7_000.0, 9_000.0);
    assertThat(tone(0, 0)).isLessThan(200);
  }

  /** As a caller is: joined first and answered then, so that nothing it says is lost. */
  @Test
  void joinsAPartyThatHasNotNegotiatedYet() {
    MediaSession caller = rig.engine().open(UUID.randomUUID());
    MediaSession called = rig.engine().open(UUID.randomUUID());
    String offer = called.offer();
    called.accept(phones.get(1).offer());
    phones.get(1).connect(offer);

    caller.bridge(called.id());
    phones.get(0).connect(caller.answer(phones.get(0).offer()));
    talk(40);

    assertThat(tone(0, 1)).isBetween(7_000.0, 9_000.0);
    assertThat(tone(1, 0)).isBetween(7_000.0, 9_000.0);
  }

  @Test
  void aNewBridgeReplacesTheOld() {
    MediaSession a = connect(0);
    MediaSession b = connect(1);
    MediaSession c = connect(2);
    a.bridge(b.id());
    talk(10);

    b.bridge(c.id());
    talk(40);

    assertThat(tone(1, 2)).isBetween(7_000.0, 9_000.0);
    assertThat(tone(2, 1)).isBetween(7_000.0, 9_000.0);
    assertThat(tone(1, 0)).isLessThan(200);
    assertThat(Tone.rms(end(0))).isLessThan(20);
  }

  @Test
  void leavingOrClosingLeavesTheOtherInSilence() {
    MediaSession a = connect(0);
    MediaSession b = connect(1);
    a.bridge(b.id());
    talk(20);
    a.unbridge();
    talk(30);
    assertThat(Tone.rms(end(0))).isLessThan(20);
    assertThat(Tone.rms(end(1))).isLessThan(20);

    a.bridge(b.id());
    talk(30);
    assertThat(tone(1, 0)).isBetween(7_000.0, 9_000.0);
    a.close();
    talk(30);

    assertThat(Tone.rms(end(1))).isLessThan(20);
  }

  @Test
  void bridgingWithNobodyOrOneselfChangesNothing() {
    MediaSession a = connect(0);
    MediaSession b = connect(1);
    a.bridge(b.id());

    a.bridge(UUID.randomUUID());
    a.bridge(a.id());
    talk(30);

    assertThat(tone(0, 1)).isBetween(7_000.0, 9_000.0);
  }

  @Test
  void changesTheCodecInTheMiddle() throws Exception {
    MediaSession a = connect(0);
    MediaSession b = connect(1);
    a.bridge(b.id());
    talk(10);
    Phone moved = new Phone(new Pcma());
    phones.add(moved);

    moved.connect(a.answer(moved.offer()));
    CompletableFuture<Void> other = say(phones.get(1), 40, 1);
    moved.sayTone(40, hz(0));
    other.join();

    assertThat(Tone.typicalAmplitude(end(3), hz(1))).isBetween(7_000.0, 9_000.0);
    assertThat(tone(1, 0)).isBetween(7_000.0, 9_000.0);
    assertThat(a.statistics().codec()).isEqualTo("PCMA");
  }

  @Test
  void keepsSoundWholeOverAnHourOfHoldsInFastMotion() {
    MediaSession a = connect(0);
    MediaSession b = connect(1);
    a.bridge(b.id());
    for (int i = 0; i < 50; i++) {
      assertThat(a.answer(phones.get(0).offer("sendonly"))).contains("a=recvonly");
      assertThat(a.answer(phones.get(0).offer("sendrecv"))).contains("a=sendrecv");
    }

    talk(40);

    assertThat(tone(0, 1)).isBetween(7_000.0, 9_000.0);
    assertThat(tone(1, 0)).isBetween(7_000.0, 9_000.0);
  }

  @Test
  void allocatesNothingPerPacketOnTheWheels() {
    connect(0).bridge(connect(1).id());
    talk(100);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    List<Thread> wheels = rig.loops().subList(2, 4);
    long least = Long.MAX_VALUE;

    // The compiler may allocate on their account while it works; what a packet costs shows each
    // time.
    for (int round = 0; round < 5 && least >= 2_000; round++) {
      long before = allocated(threads, wheels);
      talk(100);
      least = Math.min(least, allocated(threads, wheels) - before);
    }

    assertThat(least).as("bytes for 400 packets").isLessThan(2_000);
  }

  private static long allocated(ThreadMXBean threads, List<Thread> wheels) {
    return wheels.stream().mapToLong(w -> threads.getThreadAllocatedBytes(w.getId())).sum();
  }

  @Test
  void survivesEverythingAtOnceAndReturnsToZero() {
    CompletableFuture<?>[] callers = new CompletableFuture<?>[6];
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      ids.add(UUID.randomUUID());
    }
    for (int i = 0; i < callers.length; i++) {
      Random random = new Random(i);
      callers[i] = CompletableFuture.runAsync(() -> disturb(ids, random, 2_000));
    }
    CompletableFuture.allOf(callers).join();

    ids.forEach(id -> rig.engine().find(id).ifPresent(MediaSession::close));

    assertThat(rig.engine().gauges().openSessions()).isZero();
    assertThat(EngineRig.await(() -> rig.engine().gauges().freePorts() == PORTS / 2)).isTrue();
    MediaSession a = connect(0);
    a.bridge(connect(1).id());
    talk(40);
    assertThat(tone(0, 1)).isBetween(7_000.0, 9_000.0);
  }

  @Test
  void stopEndsEveryLoop() {
    connect(0).bridge(connect(1).id());
    talk(5);

    rig.close();

    assertThat(EngineRig.await(() -> rig.loops().stream().noneMatch(Thread::isAlive))).isTrue();
    assertThat(rig.loops()).hasSize(5);
  }

  private void disturb(List<UUID> ids, Random random, int times) {
    for (int i = 0; i < times; i++) {
      UUID id = ids.get(random.nextInt(ids.size()));
      MediaSession session = rig.engine().find(id).orElse(null);
      if (session == null) {
        try {
          rig.engine().open(id).answer(phones.get(random.nextInt(3)).offer());
        } catch (MediaException e) {
          assertThat(e.reason())
              .isIn(MediaException.Reason.DUPLICATE, MediaException.Reason.NO_PORT);
        }
        continue;
      }
      switch (random.nextInt(6)) {
        case 0 -> session.close();
        case 1 -> session.unbridge();
        case 2 -> session.play(UUID.randomUUID(), new Prompt.Silence(Duration.ofMillis(50)));
        case 3 -> session.answer(phones.get(random.nextInt(3)).offer());
        default -> session.bridge(ids.get(random.nextInt(ids.size())));
      }
    }
  }

  private MediaSession connect(int phone) {
    MediaSession session = rig.engine().open(UUID.randomUUID());
    phones.get(phone).connect(session.answer(phones.get(phone).offer()));
    return session;
  }

  /** Every connected phone says its own tone. */
  private void talk(int frames) {
    List<CompletableFuture<Void>> sayings = new ArrayList<>();
    for (int i = 0; i < phones.size(); i++) {
      if (phones.get(i).isConnected()) {
        sayings.add(say(phones.get(i), frames, i));
      }
    }
    sayings.forEach(CompletableFuture::join);
  }

  private static CompletableFuture<Void> say(Phone phone, int frames, int index) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            phone.sayTone(frames, hz(index));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        command -> new Thread(command, "say").start());
  }

  /** How loud the phone heard the other's tone in the end. */
  private double tone(int hearer, int speaker) {
    return Tone.typicalAmplitude(end(hearer), hz(speaker));
  }

  private short[] end(int phone) {
    short[] heard = phones.get(phone).heard();
    return Arrays.copyOfRange(
        heard, Math.max(0, heard.length - 3_400), Math.max(0, heard.length - 200));
  }

  private static double hz(int phone) {
    return 440 + 660 * phone;
  }
}
