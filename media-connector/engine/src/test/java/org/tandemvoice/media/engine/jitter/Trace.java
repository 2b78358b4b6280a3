package org.tandemvoice.media.engine.jitter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tandemvoice.media.engine.codec.AudioDecoder;
import org.tandemvoice.media.engine.rtp.BigEndian;
import org.tandemvoice.media.engine.rtp.RtpPacket;

/**
 * Packets on their way and a listener with a clock of its own. Each packet's samples all have the
 * packet's number as value, so that what is heard tells which packet it came from.
 */
final class Trace implements LateSound {

  private record Arrival(double atMs, byte[] packet) {}

  private static final class NumberDecoder implements AudioDecoder {

    private boolean hasMemory;
    private short newest;

    @Override
    public int decode(byte[] payload, int offset, int length, short[] pcm) {
      short value = (short) BigEndian.readShort(payload, offset);
      if (hasMemory && value < newest) {
        throw new IllegalStateException(value + " after " + newest);
      }
      newest = value;
      int samples = BigEndian.readShort(payload, offset + 2);
      Arrays.fill(pcm, 0, samples, value);
      return samples;
    }

    @Override
    public boolean hasMemory() {
      return hasMemory;
    }
  }

  private static final int BASE = 1_000;
  private static final int FRAME_SAMPLES = 160;
  private static final int MOST_GIVEN_LATE = 10;

  private final NumberDecoder decoder = new NumberDecoder();
  private final List<Arrival> arrivals = new ArrayList<>();
  private final PayloadDecoder[] decoders = new PayloadDecoder[128];
  private final Playout playout = new Playout(decoders, this);
  private final List<short[]> heard = new ArrayList<>();
  private final List<short[]> kept = new ArrayList<>();
  private int ssrc = 1;
  private boolean silent;
  private double absentFromMs;
  private double absentToMs;
  private double wholeFromMs = Double.MAX_VALUE;
  private double interruptedAtMs = Double.MAX_VALUE;

  Trace() {
    decoders[0] = new PayloadDecoder(decoder, 8_000, 8_000, 8_000);
  }

  /** From now on packets hold hardly a sound, so that frames may be left out. */
  Trace silent() {
    silent = true;
    return this;
  }

  Trace loud() {
    silent = false;
    return this;
  }

  Trace ssrc(int newSsrc) {
    ssrc = newSsrc;
    return this;
  }

  /** A packet of 20 ms that arrives then. */
  Trace packet(int number, double arrivalMs) {
    return packet(number, number, number * 160L, 160, arrivalMs);
  }

  Trace packet(int number, int sequence, long timestamp, int samples, double arrivalMs) {
    byte[] packet = new byte[RtpPacket.HEADER_BYTES + 4];
    packet[0] = (byte) 0x80;
    BigEndian.writeShort(packet, 2, sequence);
    BigEndian.writeInt(packet, 4, (int) timestamp);
    BigEndian.writeInt(packet, 8, ssrc);
    BigEndian.writeShort(packet, 12, silent ? number % 100 : BASE + number);
    BigEndian.writeShort(packet, 14, samples);
    arrivals.add(new Arrival(arrivalMs, packet));
    return this;
  }

  /** The listener gets no turn in that time; packets come all the same. */
  Trace absent(double fromMs, double toMs) {
    absentFromMs = fromMs;
    absentToMs = toMs;
    return this;
  }

  /** From then on what is heard shall be whole. */
  Trace wholeFrom(double ms) {
    wholeFromMs = ms;
    return this;
  }

  /** The codec is one whose packets have to be decoded in the order in which they were said. */
  Trace inOrderOnly() {
    decoder.hasMemory = true;
    return this;
  }

  /** At that time sound is not spared for a moment. */
  Trace interruptedAt(double ms) {
    interruptedAtMs = ms;
    return this;
  }

  /** Listens in frames of 20 ms until that time. */
  Trace listen(double untilMs) {
    List<Arrival> inOrder = new ArrayList<>(arrivals);
    inOrder.sort(Comparator.comparingDouble(Arrival::atMs));
    RtpPacket packet = new RtpPacket();
    int next = 0;
    int missed = 0;
    for (double now = 7; now < untilMs; now += 20) {
      if (now >= absentFromMs && now < absentToMs) {
        missed++;
        continue;
      }
      if (now >= wholeFromMs) {
        playout.spareSound(true);
      }
      if (now >= interruptedAtMs) {
        playout.spareSound(false);
        interruptedAtMs = Double.MAX_VALUE;
      }
      while (next < inOrder.size() && inOrder.get(next).atMs() <= now) {
        Arrival arrival = inOrder.get(next++);
        packet.wrap(arrival.packet(), 0, arrival.packet().length);
        playout.put(packet, (long) (arrival.atMs() * 1_000_000));
      }
      makeUpFor(missed, (long) (now * 1_000_000));
      missed = 0;
      listen((long) (now * 1_000_000));
    }
    return this;
  }

  /** As a wheel does: what is not very much is given late, and all the rest is left out. */
  private void makeUpFor(int missed, long nowNanos) {
    if (missed > MOST_GIVEN_LATE) {
      playout.leaveOut(nowNanos, new short[FRAME_SAMPLES], missed);
      heard.addAll(Collections.nCopies(missed, new short[FRAME_SAMPLES]));
    } else {
      for (int i = 0; i < missed; i++) {
        listen(nowNanos);
      }
    }
  }

  private void listen(long nowNanos) {
    short[] frame = new short[FRAME_SAMPLES];
    playout.frame(nowNanos, frame);
    heard.add(frame);
    kept.add(frame.clone());
  }

  /**
   * Numbers of the packets heard, in order, each once however long; what was made up or silent is
   * left out.
   */
  List<Integer> packetsHeard() {
    return packetsIn(heard);
  }

  /** The same of what was heard together with what came later in its place. */
  List<Integer> packetsKept() {
    return packetsIn(kept);
  }

  /** How long after the beginning of what was kept that packet is found; negative if nowhere. */
  int keptAtMs(int number) {
    return 20
        * IntStream.range(0, kept.size())
            .filter(i -> kept.get(i)[80] == BASE + number)
            .findFirst()
            .orElse(-1);
  }

  /** How many samples of a packet were kept. */
  long samplesKept(int number) {
    return kept.stream()
        .flatMapToInt(frame -> IntStream.range(0, frame.length).map(i -> frame[i]))
        .filter(sample -> sample == BASE + number)
        .count();
  }

  @Override
  public void came(long ago, short[] pcm, int samples) {
    long from = (long) kept.size() * FRAME_SAMPLES - ago;
    for (int i = 0; i < samples; i++) {
      kept.get((int) ((from + i) / FRAME_SAMPLES))[(int) ((from + i) % FRAME_SAMPLES)] = pcm[i];
    }
  }

  @Override
  public void unheard(short[] frame, int samples) {
    kept.add(Arrays.copyOf(frame, samples));
  }

  /** The packets from one number up to, but without, another. */
  static List<Integer> numbers(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  private static List<Integer> packetsIn(List<short[]> frames) {
    List<Integer> numbers = new ArrayList<>();
    for (short[] frame : frames) {
      for (int at = 40; at < FRAME_SAMPLES; at += 40) {
        int number = frame[at] - BASE;
        boolean isPacket = number >= 0 && frame[at] == frame[at - 1] && frame[at] == frame[at + 1];
        if (isPacket && (numbers.isEmpty() || numbers.get(numbers.size() - 1) != number)) {
          numbers.add(number);
        }
      }
    }
    return numbers;
  }

  /** The frame heard at that time. */
  short[] frameAt(double ms) {
    return heard.get((int) ((ms - 7) / 20));
  }

  /** When that packet's sound was first heard; negative if never. */
  double heardAtMs(int number) {
    for (int i = 0; i < heard.size(); i++) {
      if (heard.get(i)[80] == BASE + number) {
        return 7 + 20.0 * i;
      }
    }
    return -1;
  }

  Playout playout() {
    return playout;
  }
}
