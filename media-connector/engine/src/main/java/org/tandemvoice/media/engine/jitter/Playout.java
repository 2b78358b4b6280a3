package org.tandemvoice.media.engine.jitter;

import java.util.Arrays;
import org.tandemvoice.media.engine.codec.AudioDecoder;
import org.tandemvoice.media.engine.codec.PitchConcealment;
import org.tandemvoice.media.engine.rtp.RtpPacket;

/**
 * The receiving half of a leg's audio: jitter buffer, decoders, concealment; gives a frame of 20 ms
 * at each tick.
 */
public final class Playout {

  /** Samples of a frame: 20 ms at 8 kHz. */
  public static final int FRAME_SAMPLES = 160;

  private static final int MAX_PACKET_SAMPLES = 1600;
  private static final int SILENT_PEAK = 200;

  private final JitterBuffer buffer = new JitterBuffer();
  private final SampleQueue queue = new SampleQueue(MAX_PACKET_SAMPLES + FRAME_SAMPLES);
  private final PitchConcealment concealment = new PitchConcealment();
  private final short[] scratch = new short[MAX_PACKET_SAMPLES];
  private final AudioDecoder[] decoders;

  /**
   * The array maps payload types to decoders and may be changed by the owner thread; an empty place
   * is no audio.
   */
  public Playout(AudioDecoder[] decoders) {
    this.decoders = decoders;
  }

  /**
   * Takes a packet that came at {@code arrivalNanos}; what is not audio is only noted as received.
   */
  public void put(RtpPacket packet, long arrivalNanos) {
    if (decoders[packet.payloadType()] == null || packet.payloadLength() == 0) {
      buffer.skip(packet);
    } else {
      buffer.put(packet, samples(arrivalNanos));
    }
  }

  /** Fills the frame of this tick. */
  public void frame(long nowNanos, short[] frame) {
    long now = samples(nowNanos);
    while (queue.size() < FRAME_SAMPLES) {
      step(buffer.next(now), now);
    }
    queue.take(frame, FRAME_SAMPLES);
  }

  /** Drops all that waits, for instance when the remote side stopped sending. */
  public void reset() {
    buffer.reset();
    queue.clear();
    concealment.reset();
  }

  /** Packets that came too late to be played. */
  public long late() {
    return buffer.late();
  }

  public int targetMs() {
    return buffer.targetMs();
  }

  private void step(JitterBuffer.Step step, long now) {
    switch (step) {
      case PACKET -> packet(now);
      case LOST -> {
        int gap = buffer.gap();
        conceal(gap);
        buffer.passed(gap);
      }
      case STRETCH -> conceal(FRAME_SAMPLES);
      case PAUSE -> {
        int gap = buffer.gap();
        silence(gap);
        buffer.passed(gap);
      }
      case IDLE -> silence(FRAME_SAMPLES - queue.size());
    }
  }

  private void packet(long now) {
    AudioDecoder decoder = decoders[buffer.payloadType()];
    if (decoder == null) {
      return;
    }
    int samples = decoder.decode(buffer.payload(), 0, buffer.payloadLength(), scratch);
    int left = buffer.mayShrink(now) ? shrink(now, samples) : samples;
    buffer.played(samples);
    concealment.good(scratch, left);
    queue.add(scratch, left);
  }

  /** Leaves out a silent packet, or a part of a sounding one if none was silent for long. */
  private int shrink(long now, int samples) {
    int left = samples;
    if (isSilent(samples)) {
      left = 0;
    } else if (buffer.mustShrink(now)) {
      left = PitchSplice.shorten(scratch, samples);
    }
    if (left < samples) {
      buffer.shrunk(now, samples - left);
    }
    return left;
  }

  private void conceal(int samples) {
    concealment.conceal(scratch, samples);
    queue.add(scratch, samples);
  }

  private void silence(int samples) {
    Arrays.fill(scratch, 0, samples, (short) 0);
    concealment.good(scratch, samples);
    queue.add(scratch, samples);
  }

  private boolean isSilent(int samples) {
    for (int i = 0; i < samples; i++) {
      if (Math.abs(scratch[i]) > SILENT_PEAK) {
        return false;
      }
    }
    return true;
  }

  private static long samples(long nanos) {
    return nanos / 125_000;
  }
}
