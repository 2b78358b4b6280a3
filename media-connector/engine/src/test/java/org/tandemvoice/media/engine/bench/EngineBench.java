package org.tandemvoice.media.engine.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.engine.pace.NanoClock;
import org.tandemvoice.media.engine.session.EngineRuntime;
import org.tandemvoice.media.engine.session.EngineSettings;
import org.tandemvoice.media.engine.session.MediaEngine;
import org.tandemvoice.media.engine.speech.SpeechSettings;

/**
 * Bridges G.711 legs in pairs on loopback and prints what it costs and how even it sounds. Only the
 * engine runs in this process, so its CPU time is the engine's; the phones are a process of their
 * own on the same machine.
 */
final class EngineBench {

  private static final int SECONDS = 8;
  private static final int WARM_UP_SECONDS = 2;
  private static final int FIRST_PORT = 40_000;
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private EngineBench() {}

  public static void main(String[] args) throws Exception {
    describe();
    OUT.println(
        "| legs | CPU of one core | lost to phones | lost to engine | poorest MOS | p50 ms | p95 ms"
            + " | p99 ms | max ms | wheel p99 us | bytes allocated per packet | phones' own p99 ms"
            + " |");
    OUT.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
    ExecutorService threads = Executors.newCachedThreadPool();
    for (String legs : args.length == 0 ? new String[] {"200", "500", "1000"} : args) {
      row(Integer.parseInt(legs), threads);
    }
    threads.shutdown();
  }

  private static void row(int legs, ExecutorService threads) throws Exception {
    MediaEngine engine = engine(legs, threads);
    Process phones =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Phones.class.getName(),
                Integer.toString(legs),
                Integer.toString(SECONDS))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader fromPhones =
            new BufferedReader(
                new InputStreamReader(phones.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter toPhones =
            new PrintWriter(
                new OutputStreamWriter(phones.getOutputStream(), StandardCharsets.US_ASCII))) {
      List<MediaSession> sessions = connect(legs, engine, fromPhones, toPhones);
      Thread.sleep(WARM_UP_SECONDS * 1_000L);
      long cpu = cpuNanos();
      long bytes = allocatedBytes();
      long start = System.nanoTime();
      Thread.sleep((SECONDS - 1) * 1_000L);
      double share = (double) (cpuNanos() - cpu) / (System.nanoTime() - start);
      double bytesPerPacket = (allocatedBytes() - bytes) / (legs * 50.0 * (SECONDS - 1) * 2);
      long wheel = engine.gauges().tickLatenessMicros();
      String[] result = fromPhones.readLine().split(" ");
      long lostIn = sessions.stream().mapToLong(s -> s.statistics().packetsLost()).sum();
      OUT.println(
          String.format(
              Locale.ROOT,
              "| %d | %.2f | %s of %s | %d | %s | %s | %s | %s | %s | %d | %.2f | %s |",
              legs,
              share,
              result[2],
              result[1],
              lostIn,
              poorest(sessions),
              result[3],
              result[4],
              result[5],
              result[6],
              wheel,
              bytesPerPacket,
              result[7]));
      sessions.forEach(MediaSession::close);
    } finally {
      phones.destroy();
      engine.stop();
    }
  }

  private static List<MediaSession> connect(
      int legs, MediaEngine engine, BufferedReader fromPhones, PrintWriter toPhones)
      throws IOException {
    List<MediaSession> sessions = new ArrayList<>();
    int port = 0;
    for (int leg = 0; leg < legs; leg++) {
      if (leg % Phones.LEGS_PER_SOCKET == 0) {
        port = Integer.parseInt(fromPhones.readLine());
      }
      MediaSession session = engine.open(UUID.randomUUID());
      String answer =
          session.answer(
              "v=0\r\nc=IN IP4 127.0.0.1\r\nm=audio "
                  + port
                  + " RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\na=rtcp:9\r\n");
      toPhones.println(answer.replaceAll("(?s).*m=audio (\\d+).*", "$1"));
      sessions.add(session);
    }
    for (int leg = 0; leg < legs; leg += 2) {
      sessions.get(leg).bridge(sessions.get(leg + 1).id());
    }
    toPhones.flush();
    return sessions;
  }

  private static String poorest(List<MediaSession> sessions) {
    double mos = sessions.stream().mapToDouble(s -> s.statistics().mos()).min().orElse(0);
    return String.format(Locale.ROOT, "%.2f", mos);
  }

  private static MediaEngine engine(int legs, ExecutorService threads) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return new MediaEngine(
        new EngineSettings(
            FIRST_PORT,
            FIRST_PORT + 2 * legs + 40,
            loopback,
            loopback,
            Duration.ZERO,
            new EngineSettings.Folders(Path.of("."), Path.of("target")),
            false,
            SpeechSettings.offline()),
        new EngineRuntime(threads, threads, Clock.systemUTC(), NanoClock.system()),
        Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
        event -> {});
  }

  private static void describe() throws IOException {
    String cpu =
        Files.lines(Path.of("/proc/cpuinfo"))
            .filter(l -> l.startsWith("model name"))
            .findFirst()
            .map(l -> l.replaceAll(".*: ", ""))
            .orElse("unknown CPU");
    OUT.println(
        "Machine: "
            + cpu
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " cores, Java "
            + Runtime.version()
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.version"));
    OUT.println(
        "Method: pairs of PCMU legs bridged (receive, jitter buffer, decode, mix, encode, send),"
            + " loopback, phones in a second process on the same cores, "
            + SECONDS
            + " s measured after "
            + WARM_UP_SECONDS
            + " s. p50 to max: deviation of a packet's interval from 20 ms at the phones.");
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long allocatedBytes() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = 0;
    for (long threadBytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
      bytes += Math.max(0, threadBytes);
    }
    return bytes;
  }
}
