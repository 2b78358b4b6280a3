package org.tandemvoice.peer.rtp;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.tandemvoice.peer.audio.Sound;

/** What arrived, laid out by RTP time stamp so that a lost packet is a gap, with its accounts. */
public final class RtpRecording {

  /** Counters as RFC 3550 6.4.1 has them; jitter in milliseconds. */
  public record Account(
      long packets, long lost, long reordered, long duplicates, double jitterMs) {}

  private static final int MAX_GAP = 8000 * 60;

  /** Silence, as the codecs of G.711 bring it, is below. */
  private static final int SOUND = 30;

  private short[] samples = new short[8000 * 10];
  private int length;
  private long ssrc = -1;
  private int streamStart;
  private long firstTimestamp;
  private long highestSequence;
  private long firstSequence;
  private long packets;
  private long lostBefore;
  private long reordered;
  private long duplicates;
  private final Set<Long> seen = new HashSet<>();
  private double jitter;
  private double lastTransit = Double.NaN;
  private long lastArrivalNs = System.nanoTime();
  private long firstSoundNs;

  /** Digits come without audio: they count in the sequence only. */
  synchronized void add(RtpPacket packet, short[] audio, long arrivalNs, int ticksPerSample) {
    if (packet.ssrc() != ssrc) {
      newStream(packet);
    }
    long sequence = extended(packet.sequence());
    if (!seen.add(sequence)) {
      duplicates++;
      return;
    }
    if (sequence < highestSequence) {
      reordered++;
    }
    highestSequence = Math.max(highestSequence, sequence);
    packets++;
    if (audio.length == 0) {
      return;
    }
    updateJitter(packet, arrivalNs, ticksPerSample);
    lastArrivalNs = arrivalNs;
    if (firstSoundNs == 0 && isSound(audio)) {
      firstSoundNs = arrivalNs;
    }
    place(audio, (int) (packet.timestamp() - firstTimestamp) / ticksPerSample);
  }

  private void newStream(RtpPacket packet) {
    lostBefore += lostOfStream();
    ssrc = packet.ssrc();
    streamStart = length;
    firstTimestamp = packet.timestamp();
    firstSequence = packet.sequence();
    highestSequence = packet.sequence();
    lastTransit = Double.NaN;
    seen.clear();
  }

  private long extended(int sequence) {
    long base = highestSequence & ~0xFFFFL;
    long candidate = base + sequence;
    if (candidate - highestSequence > 0x8000) {
      return candidate - 0x10000;
    }
    return highestSequence - candidate > 0x8000 ? candidate + 0x10000 : candidate;
  }

  /** RFC 3550 6.4.1 and A.8. */
  private void updateJitter(RtpPacket packet, long arrivalNs, int ticksPerSample) {
    double transit = arrivalNs / 125_000.0 - (double) packet.timestamp() / ticksPerSample;
    if (!Double.isNaN(lastTransit)) {
      jitter += (Math.abs(transit - lastTransit) - jitter) / 16;
    }
    lastTransit = transit;
  }

  private void place(short[] audio, int offset) {
    int at = streamStart + offset;
    if (at < 0 || at - length > MAX_GAP) {
      at = length;
    }
    if (at + audio.length > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(samples.length * 2, at + audio.length));
    }
    System.arraycopy(audio, 0, samples, at, audio.length);
    length = Math.max(length, at + audio.length);
  }

  private long lostOfStream() {
    return seen.isEmpty() ? 0 : highestSequence - firstSequence + 1 - seen.size();
  }

  public synchronized Sound sound() {
    return new Sound(Arrays.copyOf(samples, length), Sound.TELEPHONE_RATE);
  }

  public synchronized Account account() {
    long lost = lostBefore + lostOfStream();
    return new Account(packets, lost, reordered, duplicates, jitter / 8);
  }

  public synchronized long silentMs() {
    return (System.nanoTime() - lastArrivalNs) / 1_000_000;
  }

  /** When the first packet came that is more than silence, by the clock of this JVM; 0 if none. */
  public synchronized long firstSoundNs() {
    return firstSoundNs;
  }

  private static boolean isSound(short[] audio) {
    for (short sample : audio) {
      if (Math.abs(sample) > SOUND) {
        return true;
      }
    }
    return false;
  }

  synchronized long ssrc() {
    return ssrc;
  }

  synchronized long highestSequence() {
    return highestSequence;
  }
}
