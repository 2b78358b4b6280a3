package org.tandemvoice.media.engine.audio;

import java.util.Arrays;

/** Mono samples that are being gathered, mixed from any number of channels. */
final class SampleStore {

  private final int rateHz;
  private short[] samples;
  private int size;

  SampleStore(int rateHz) {
    this.rateHz = rateHz;
    this.samples = new short[rateHz];
  }

  /** Adds so many frames of interleaved samples. */
  void add(short[] interleaved, int frames, int channels) throws AudioFormatException {
    makeRoom(frames);
    for (int i = 0; i < frames; i++) {
      int sum = 0;
      for (int c = 0; c < channels; c++) {
        sum += interleaved[i * channels + c];
      }
      samples[size++] = (short) (sum / channels);
    }
  }

  /** Adds one sample of the range -1 to 1. */
  void add(float sample) throws AudioFormatException {
    makeRoom(1);
    samples[size++] = (short) Math.max(-32_768, Math.min(32_767, Math.round(32_767 * sample)));
  }

  /** Leaves out the first samples. */
  void drop(int count) {
    int dropped = Math.min(count, size);
    System.arraycopy(samples, dropped, samples, 0, size - dropped);
    size -= dropped;
  }

  /** Keeps no more than the first samples. */
  void truncate(long count) {
    size = (int) Math.min(size, Math.max(0, count));
  }

  int size() {
    return size;
  }

  Pcm pcm() {
    return new Pcm(rateHz, Arrays.copyOf(samples, size));
  }

  private void makeRoom(int more) throws AudioFormatException {
    if (size + (long) more > SoundReader.MAX_SAMPLES) {
      throw new AudioFormatException(
          "The file is longer than " + SoundReader.MAX_SAMPLES / rateHz / 60 + " minutes");
    }
    if (size + more > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(size + more, samples.length * 3 / 2));
    }
  }
}
