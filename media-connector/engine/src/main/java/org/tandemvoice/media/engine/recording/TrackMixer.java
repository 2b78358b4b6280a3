package org.tandemvoice.media.engine.recording;

import java.util.Arrays;
import org.tandemvoice.media.RecordingSpec;
import org.tandemvoice.media.engine.audio.RateConverter;

/** Brings both sides of a frame to the channels and the rate of the file. */
final class TrackMixer {

  private static final int FRAMES_PER_SECOND = 50;
  private static final int MAX_FRAME = 960;

  private final RecordingSpec spec;
  private final short[] left = new short[MAX_FRAME + 2];
  private final short[] right = new short[MAX_FRAME + 2];
  private final short[] tracks = new short[2 * MAX_FRAME + 4];
  private RateConverter leftRate;
  private RateConverter rightRate;
  private int fromHz;

  TrackMixer(RecordingSpec spec) {
    this.spec = spec;
  }

  /** The samples of the last {@link #mix}, those of the channels by turns. */
  short[] tracks() {
    return tracks;
  }

  /** Takes a frame of 20 ms; returns the number of samples of all channels. */
  int mix(short[] said, short[] heard, int samples) {
    boolean takesSaid = spec.direction() != RecordingSpec.Direction.OUT;
    boolean takesHeard = spec.direction() != RecordingSpec.Direction.IN;
    if (spec.channelCount() == 1) {
      for (int i = 0; i < samples; i++) {
        int sum = (takesSaid ? said[i] : 0) + (takesHeard ? heard[i] : 0);
        left[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum));
      }
      return converted(left, samples, tracks);
    }
    copy(said, takesSaid, samples, left);
    copy(heard, takesHeard, samples, right);
    return interleave(samples);
  }

  private int interleave(int samples) {
    follow(samples);
    int count = samples;
    if (leftRate != null) {
      // The converter has taken its input before it writes.
      count = leftRate.convert(left, samples, left);
      rightRate.convert(right, samples, right);
    }
    for (int i = 0; i < count; i++) {
      tracks[2 * i] = left[i];
      tracks[2 * i + 1] = right[i];
    }
    return 2 * count;
  }

  private int converted(short[] frame, int samples, short[] into) {
    follow(samples);
    if (leftRate != null) {
      return leftRate.convert(frame, samples, into);
    }
    System.arraycopy(frame, 0, into, 0, samples);
    return samples;
  }

  /** The party's codec, and with it the rate, may change during a recording. */
  private void follow(int samples) {
    int rate = samples * FRAMES_PER_SECOND;
    if (rate == fromHz) {
      return;
    }
    fromHz = rate;
    boolean isSame = rate == spec.sampleRateHz();
    leftRate = isSame ? null : new RateConverter(rate, spec.sampleRateHz(), MAX_FRAME);
    rightRate = isSame ? null : new RateConverter(rate, spec.sampleRateHz(), MAX_FRAME);
  }

  private static void copy(short[] from, boolean taken, int samples, short[] to) {
    if (taken) {
      System.arraycopy(from, 0, to, 0, samples);
    } else {
      Arrays.fill(to, 0, samples, (short) 0);
    }
  }
}
