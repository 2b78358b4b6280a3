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
import org.tandemvoice.media.engine.codec.AudioCodec;
import org.tandemvoice.media.engine.pace.NanoClock;
import org.tandemvoice.media.engine.session.EngineRuntime;
import org.tandemvoice.media.engine.session.EngineSettings;
import org.tandemvoice.media.engine.session.MediaEngine;
import org.tandemvoice.media.engine.speech.SpeechSettings;

/**
 * Bridges legs in pairs, or in rooms of ten, on loopback and prints what it costs and how even it
 * sounds. Only the engine runs in this process, so its CPU time is the engine's; the phones are a
 * process of their own on the same machine. Every other leg of a codec but G.711 speaks PCMU, so
 * that all of its sound is coded anew.
 */
final class EngineBench {

  private static final int SECONDS = 8;
  private static final int FIRST_PORT = 40_000;
  private static final int ROOM = 10;
  private static final int FRAME_MICROS = 20_000;
  private static final String[] ROWS = {
    "bridge:PCMU:200",
    "bridge:PCMU:500",
    "bridge:PCMU:1000",
    "room:PCMU:10",
    "room:PCMU:500",
    "bridge:G722:200",
    "bridge:G729:100",
    "bridge:opus:40"
  };
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private EngineBench() {}

  public static void main(String[] args) throws Exception {
    describe();
    OUT.println(
        "| legs | CPU of one core | us per leg and frame | lost to phones | lost to engine | poorest MOS | p50 ms | p95 ms"
            + " | p99 ms | max ms | wheel p99 us | bytes allocated per packet | phones' own p99 ms"
            + " |");
    OUT.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    ExecutorService threads = Executors.newCachedThreadPool();
    for (String row : args.length == 0 ? ROWS : args) {
      row(Row.of(row), threads);
    }
    OUT.println("SRTP: none, the engine speaks plain RTP.");
    threads.shutdown();
  }

  /**
   * What is measured.
   *
   * @param isRoom whether ten hear one another; else two
   */
  private record Row(boolean isRoom, String codec, int legs) {

    static Row of(String text) {
      String[] parts = text.split(":");
      return new Row(parts[0].equals("room"), parts[1], Integer.parseInt(parts[2]));
    }

    AudioCodec codecOf(int leg) {
      return Phones.codecOf(codec, leg);
    }

    String title() {
      String parties = codec.equals("PCMU") ? "PCMU" : codec + " and PCMU by turns";
      return legs + " " + parties + (isRoom ? " in rooms of " + ROOM : " in pairs");
    }
  }

  private static void row(Row row, ExecutorService threads) throws Exception {
    int legs = row.legs();
    MediaEngine engine = engine(legs, threads);
    Process phones =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Phones.class.getName(),
                Integer.toString(legs),
                Integer.toString(SECONDS),
                row.codec())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader fromPhones =
            new BufferedReader(
                new InputStreamReader(phones.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter toPhones =
            new PrintWriter(
                new OutputStreamWriter(phones.getOutputStream(), StandardCharsets.US_ASCII))) {
      List<MediaSession> sessions = connect(row, engine, fromPhones, toPhones);
      await(Phones.BEGIN, fromPhones);
      long cpu = cpuNanos();
      long bytes = allocatedBytes();
      long start = System.nanoTime();
      await(Phones.END, fromPhones);
      double share = (double) (cpuNanos() - cpu) / (System.nanoTime() - start);
      double bytesPerPacket = (allocatedBytes() - bytes) / (legs * 50.0 * SECONDS * 2);
      long wheel = engine.gauges().tickLatenessMicros();
      String[] result = fromPhones.readLine().split(" ");
      long lostIn = sessions.stream().mapToLong(s -> s.statistics().packetsLost()).sum();
      OUT.println(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %.0f | %s of %s | %d | %s | %s | %s | %s | %s | %d | %.2f | %s |",
              row.title(),
              share,
              share * FRAME_MICROS / legs,
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

  private static void await(String what, BufferedReader fromPhones) throws IOException {
    String said = fromPhones.readLine();
    if (!what.equals(said)) {
      throw new IllegalStateException("The phones said " + said + ", not " + what);
    }
  }

  private static List<MediaSession> connect(
      Row row, MediaEngine engine, BufferedReader fromPhones, PrintWriter toPhones)
      throws IOException {
    List<MediaSession> sessions = new ArrayList<>();
    int port = 0;
    for (int leg = 0; leg < row.legs(); leg++) {
      if (leg % Phones.LEGS_PER_SOCKET == 0) {
        port = Integer.parseInt(fromPhones.readLine());
      }
      MediaSession session = engine.open(UUID.randomUUID());
      String answer = session.answer(offer(row.codecOf(leg), port));
      toPhones.println(answer.replaceAll("(?s).*m=audio (\\d+).*", "$1"));
      sessions.add(session);
    }
    for (int leg = 0; leg < row.legs(); leg++) {
      if (row.isRoom()) {
        sessions.get(leg).join(new UUID(0, leg / ROOM));
      } else if (leg % 2 == 1) {
        sessions.get(leg).bridge(sessions.get(leg - 1).id());
      }
    }
    toPhones.flush();
    return sessions;
  }

  private static String offer(AudioCodec codec, int port) {
    int type = Phones.payloadType(codec);
    String name = codec.encodingName() + "/" + codec.clockRateHz();
    return "v=0\r\nc=IN IP4 127.0.0.1\r\nm=audio "
        + port
        + " RTP/AVP "
        + type
        + " 101\r\na=rtpmap:"
        + type
        + " "
        + name
        + (codec.channels() == 2 ? "/2" : "")
        + "\r\na=rtpmap:101 telephone-event/8000\r\na=rtcp:9\r\n";
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
        "Method: legs in pairs or rooms (receive, jitter buffer, decode, mix, encode, send),"
            + " loopback, phones in a second process on the same cores, "
            + SECONDS
            + " s measured after "
            + Phones.WARM_UP_SECONDS
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
