package org.tandemvoice.media.engine.bench;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.tandemvoice.media.engine.codec.AudioCodec;
import org.tandemvoice.media.engine.codec.AudioCodecs;
import org.tandemvoice.media.engine.codec.AudioEncoder;

/**
 * The phones' process. Every leg sends a tone each 20 ms, spread over the frame, coded beforehand;
 * ten legs share a socket and are told apart by the engine's port. Reads the engine's ports from
 * its input, a line per leg; says when it begins to measure and when it has done so, and answers
 * with one line of results.
 */
final class Phones {

  static final int LEGS_PER_SOCKET = 10;
  private static final long FRAME_NANOS = 20_000_000L;
  static final int WARM_UP_SECONDS = 2;

  /** What is said when measuring begins, and when it ends. */
  static final String BEGIN = "begin";

  static final String END = "end";

  private static final int FRAMES_PER_SECOND = 50;

  private final DatagramChannel[] channels;
  private final InetSocketAddress[] engine;
  private final AudioCodec[] codecs;
  private final byte[][][] tones;
  private final int[] legOfPort = new int[65_536];
  private final long[] lastArrival;
  private final int[] lastSequence;
  private final Histogram deviation = new Histogram();
  private final Histogram ownLateness = new Histogram();
  private long received;
  private long lost;
  private long sent;
  private volatile boolean measuring;
  private volatile boolean done;

  private Phones(DatagramChannel[] channels, int[] ports, String codec) {
    this.channels = channels;
    codecs = new AudioCodec[] {codecOf(codec, 0), codecOf(codec, 1)};
    tones = new byte[][][] {tone(codecs[0]), tone(codecs[1])};
    engine = new InetSocketAddress[ports.length];
    lastArrival = new long[ports.length];
    lastSequence = new int[ports.length];
    for (int leg = 0; leg < ports.length; leg++) {
      engine[leg] = new InetSocketAddress(InetAddress.getLoopbackAddress(), ports[leg]);
      legOfPort[ports[leg]] = leg;
    }
  }

  public static void main(String[] args) throws Exception {
    int legs = Integer.parseInt(args[0]);
    int seconds = Integer.parseInt(args[1]);
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    DatagramChannel[] channels =
        new DatagramChannel[(legs + LEGS_PER_SOCKET - 1) / LEGS_PER_SOCKET];
    for (int i = 0; i < channels.length; i++) {
      channels[i] = DatagramChannel.open();
      channels[i].setOption(StandardSocketOptions.SO_RCVBUF, 1 << 20);
      channels[i].bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      channels[i].configureBlocking(false);
      out.println(channels[i].socket().getLocalPort());
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    int[] ports = new int[legs];
    for (int leg = 0; leg < legs; leg++) {
      ports[leg] = Integer.parseInt(in.readLine());
    }
    out.println(new Phones(channels, ports, args[2]).run(seconds, out));
  }

  private String run(int seconds, PrintStream out) throws Exception {
    Thread receiver = new Thread(this::receive, "receive");
    receiver.start();
    send(seconds, out);
    done = true;
    receiver.join();
    return String.format(
        Locale.ROOT,
        "%d %d %d %.2f %.2f %.2f %.1f %.2f",
        sent,
        received,
        lost,
        deviation.millisAt(50),
        deviation.millisAt(95),
        deviation.millisAt(99),
        deviation.maxMillis(),
        ownLateness.millisAt(99));
  }

  private void send(int seconds, PrintStream out) throws IOException {
    ByteBuffer packet = ByteBuffer.allocateDirect(1_500);
    long start = System.nanoTime();
    long frames = (WARM_UP_SECONDS + seconds) * 50L;
    for (long frame = 0; frame < frames; frame++) {
      if (frame == WARM_UP_SECONDS * 50L) {
        measuring = true;
        out.println(BEGIN);
      }
      for (int leg = 0; leg < engine.length; leg++) {
        long due = start + frame * FRAME_NANOS + leg * FRAME_NANOS / engine.length;
        long now = System.nanoTime();
        while (now < due) {
          LockSupport.parkNanos(due - now);
          now = System.nanoTime();
        }
        ownLateness.record(now - due);
        AudioCodec codec = codecs[leg % 2];
        byte[][] tone = tones[leg % 2];
        packet.clear();
        packet.put((byte) 0x80).put((byte) payloadType(codec)).putShort((short) frame);
        packet.putInt((int) frame * codec.clockRateHz() / FRAMES_PER_SECOND).putInt(leg);
        packet.put(tone[(int) (frame % tone.length)]).flip();
        channels[leg / LEGS_PER_SOCKET].send(packet, engine[leg]);
        sent++;
      }
    }
    measuring = false;
    out.println(END);
  }

  /** Every other leg speaks PCMU. */
  static AudioCodec codecOf(String name, int leg) {
    String wanted = leg % 2 == 0 ? name : "PCMU";
    return AudioCodecs.all().stream()
        .filter(codec -> codec.encodingName().equalsIgnoreCase(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no codec " + wanted));
  }

  static int payloadType(AudioCodec codec) {
    return codec.staticPayloadType().orElse(111);
  }

  /** A second of 440 Hz. */
  private static byte[][] tone(AudioCodec codec) {
    AudioEncoder encoder = codec.encoder();
    int samples = codec.sampleRateHz() / FRAMES_PER_SECOND;
    byte[][] frames = new byte[FRAMES_PER_SECOND][];
    byte[] payload = new byte[1_500];
    short[] pcm = new short[samples];
    for (int frame = 0; frame < frames.length; frame++) {
      for (int i = 0; i < samples; i++) {
        double time = (double) (frame * samples + i) / codec.sampleRateHz();
        pcm[i] = (short) (8_000 * Math.sin(2 * Math.PI * 440 * time));
      }
      frames[frame] = Arrays.copyOf(payload, encoder.encode(pcm, samples, payload, 0));
    }
    return frames;
  }

  private void receive() {
    try (Selector selector = Selector.open()) {
      for (DatagramChannel channel : channels) {
        channel.register(selector, SelectionKey.OP_READ);
      }
      ByteBuffer packet = ByteBuffer.allocateDirect(2_048);
      while (!done) {
        selector.select(key -> drain((DatagramChannel) key.channel(), packet), 100);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void drain(DatagramChannel channel, ByteBuffer packet) {
    try {
      packet.clear();
      InetSocketAddress source = (InetSocketAddress) channel.receive(packet);
      while (source != null) {
        packet.flip();
        arrived(legOfPort[source.getPort()], packet.getShort(2) & 0xFFFF, System.nanoTime());
        packet.clear();
        source = (InetSocketAddress) channel.receive(packet);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void arrived(int leg, int sequence, long now) {
    if (measuring) {
      received++;
      if (lastArrival[leg] != 0) {
        deviation.record(Math.abs(now - lastArrival[leg] - FRAME_NANOS));
        lost += sequence - lastSequence[leg] - 1 & 0xFFFF;
      }
    }
    lastArrival[leg] = now;
    lastSequence[leg] = sequence;
  }
}
