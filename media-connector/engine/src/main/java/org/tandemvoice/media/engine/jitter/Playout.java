package org.tandemvoice.media.engine.jitter;

import java.util.Arrays;
import org.tandemvoice.media.engine.codec.AudioCodec;
import org.tandemvoice.media.engine.codec.PitchConcealment;
import org.tandemvoice.media.engine.rtp.RtpPacket;

/**
 * The receiving half of a leg's audio: jitter buffer, decoders, concealment; gives a frame of 20 ms
 * at each tick.
 */
public final class Playout {

  /** What a frame is that is handed on without decoding. */
  public enum Coded {
    /** A payload of 20 ms, see {@link #payload}. */
    SOUND,
    /** A packet is missing. */
    LOST,
    /** Nothing was sent. */
    PAUSE,
    /** A payload that is not of the codec or not of 20 ms: it was dropped. */
    FOREIGN
  }

  private static final int SILENT_PEAK = 200;

  /** Of what may not be shortened, as much may wait. */
  private static final int SPARED = 30 * JitterBuffer.FRAME;

  private static final int USUAL_EXCESS = 2 * JitterBuffer.FRAME;

  private final JitterBuffer buffer = new JitterBuffer();
  private final PayloadDecoder[] decoders;
  private final LateSound lateSound;
  private SampleQueue queue;
  private PitchConcealment concealment;
  private short[] scratch;
  private int frameSamples;
  private int samplesPerUnit;
  private PayloadDecoder last;
  private long given;

  /**
   * The array maps payload types to decoders, which give sound at the rate of the playout; it may
   * be changed by the owner thread. An empty place is no audio.
   *
   * @param lateSound takes what comes too late, unless its decoder has gone past it
   */
  public Playout(PayloadDecoder[] decoders, LateSound lateSound) {
    this.decoders = decoders;
    this.lateSound = lateSound;
    rate(PayloadDecoder.UNIT_HZ);
  }

  /** Gives frames of that rate from now on; what waits is dropped if it is another. */
  public void rate(int rateHz) {
    last = null;
    buffer.forgetMadeUp();
    if (rateHz != samplesPerUnit * PayloadDecoder.UNIT_HZ) {
      samplesPerUnit = rateHz / PayloadDecoder.UNIT_HZ;
      frameSamples = JitterBuffer.FRAME * samplesPerUnit;
      scratch = new short[JitterBuffer.MAX_PACKET * samplesPerUnit + 1];
      queue = new SampleQueue(scratch.length + frameSamples);
      concealment = new PitchConcealment(rateHz);
    }
  }

  /**
   * Takes a packet that came at {@code arrivalNanos}; what is not audio is only noted as received.
   */
  public void put(RtpPacket packet, long arrivalNanos) {
    PayloadDecoder decoder = decoders[packet.payloadType()];
    if (decoder == null || packet.payloadLength() == 0) {
      buffer.skip(packet);
    } else if (!buffer.put(packet, units(arrivalNanos), decoder.clockFactor())
        && buffer.missed() > 0
        && (buffer.isMissedInOrder() || !decoder.hasMemory())) {
      byte[] bytes = packet.array();
      int samples = decoder.decode(bytes, packet.payloadOffset(), packet.payloadLength(), scratch);
      mend(
          given - buffer.missedPlace() * samplesPerUnit,
          Math.min(samples, buffer.missed() * samplesPerUnit));
    }
  }

  /** Puts the samples of the scratch where others were made up, from so many samples ago on. */
  private void mend(long ago, int samples) {
    int gone = (int) Math.max(0, Math.min(ago, samples));
    if (gone > 0) {
      lateSound.came(ago, scratch, gone);
    }
    if (gone < samples) {
      queue.replace((int) (gone - ago), scratch, gone, samples - gone);
    }
  }

  /**
   * Leaves out no sound to catch up, or only when very much of it waits, and tells what comes late.
   * What was given before it was told to, or before it was told not to, stays as it was.
   */
  public void spareSound(boolean on) {
    buffer.whole(on);
  }

  /** Whether the next frame would have to be made up. */
  public boolean isDry() {
    return queue.size() < frameSamples && buffer.isDry();
  }

  /** Fills the frame of this tick, 20 ms. */
  public void frame(long nowNanos, short[] frame) {
    fill(units(nowNanos), frame);
  }

  /**
   * There was no time for so many frames before this tick. What would have been in them is dropped,
   * or where sound is spared told as unheard, each time in {@code frame}; else silence is told.
   */
  public void leaveOut(long nowNanos, short[] frame, int frames) {
    if (!buffer.isWhole()) {
      buffer.catchUp();
      queue.clear();
      Arrays.fill(frame, 0, frameSamples, (short) 0);
    }
    for (int i = frames; i > 0; i--) {
      if (buffer.isWhole()) {
        fill(units(nowNanos) - i * JitterBuffer.FRAME, frame);
      }
      lateSound.unheard(frame, frameSamples);
    }
  }

  private void fill(long now, short[] frame) {
    while (queue.size() < frameSamples) {
      step(buffer.next(now), now);
    }
    queue.take(frame, frameSamples);
    given += frameSamples;
  }

  /** Takes the frame of this tick as it was coded. */
  public Coded coded(long nowNanos, AudioCodec codec) {
    queue.clear();
    last = null;
    spareSound(false);
    return switch (buffer.next(units(nowNanos))) {
      case PACKET -> codedPacket(codec);
      case LOST -> {
        buffer.passed(buffer.gap());
        yield Coded.LOST;
      }
      case PAUSE -> {
        buffer.passed(buffer.gap());
        yield Coded.PAUSE;
      }
      case STRETCH, IDLE -> Coded.PAUSE;
    };
  }

  /** The payload after {@link Coded#SOUND}, valid until the next frame. */
  public byte[] payload() {
    return buffer.payload();
  }

  public int payloadLength() {
    return buffer.payloadLength();
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
        long place = (given + queue.size()) / samplesPerUnit;
        lost(gap * samplesPerUnit);
        buffer.madeUp(gap, place);
      }
      case STRETCH -> conceal(frameSamples);
      case PAUSE -> {
        int gap = buffer.gap();
        silence(gap * samplesPerUnit);
        buffer.passed(gap);
      }
      case IDLE -> silence(frameSamples - queue.size());
    }
  }

  private Coded codedPacket(AudioCodec codec) {
    PayloadDecoder decoder = decoders[buffer.payloadType()];
    int duration =
        decoder == null ? -1 : decoder.durationAs(codec, buffer.payload(), buffer.payloadLength());
    buffer.played(JitterBuffer.FRAME);
    return duration == JitterBuffer.FRAME ? Coded.SOUND : Coded.FOREIGN;
  }

  private void packet(long now) {
    PayloadDecoder decoder = decoders[buffer.payloadType()];
    if (decoder == null) {
      return;
    }
    last = decoder;
    int samples = decoder.decode(buffer.payload(), 0, buffer.payloadLength(), scratch);
    int left = buffer.mayShrink(now) ? shrink(now, samples) : samples;
    buffer.played(samples / samplesPerUnit);
    if (!decoder.conceals()) {
      concealment.good(scratch, left);
    }
    queue.add(scratch, left);
  }

  /** Leaves out a silent packet, or a part of a sounding one if none was silent for long. */
  private int shrink(long now, int samples) {
    int left = samples;
    if (isSilent(samples)) {
      left = 0;
    } else if (samplesPerUnit == 1
        && buffer.mustShrink(now, buffer.isWhole() ? SPARED : USUAL_EXCESS)) {
      left = PitchSplice.shorten(scratch, samples);
    }
    if (left < samples) {
      buffer.shrunk(now, (samples - left) / samplesPerUnit);
    }
    return left;
  }

  /** A decoder may find the lost packet repeated in the next one. */
  private void lost(int samples) {
    if (last != null
        && last.conceals()
        && buffer.isFollowed()
        && decoders[buffer.payloadType()] == last) {
      last.recover(buffer.payload(), buffer.payloadLength(), scratch, samples);
      queue.add(scratch, samples);
    } else {
      conceal(samples);
    }
  }

  private void conceal(int samples) {
    if (last != null && last.conceals()) {
      last.conceal(scratch, samples);
    } else {
      concealment.conceal(scratch, samples);
    }
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

  private static long units(long nanos) {
    return nanos / 125_000;
  }
}
