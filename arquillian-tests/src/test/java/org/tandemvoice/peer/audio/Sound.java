package org.tandemvoice.peer.audio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Mono 16-bit audio and the questions tests ask about it. */
public record Sound(short[] samples, int rate) {

  /** Telephone speech above this level (about -42 dBFS) counts as heard. */
  static final double AUDIBLE_RMS = 250;

  private static final int WINDOW_MS = 20;

  public static final int TELEPHONE_RATE = 8000;

  public static Sound tone(double frequency, double amplitude, Duration length) {
    short[] samples = new short[samplesOf(length, TELEPHONE_RATE)];
    for (int i = 0; i < samples.length; i++) {
      double phase = 2 * Math.PI * frequency * i / TELEPHONE_RATE;
      samples[i] = (short) Math.round(amplitude * 32767 * Math.sin(phase));
    }
    return new Sound(samples, TELEPHONE_RATE);
  }

  public static Sound silence(Duration length) {
    return new Sound(new short[samplesOf(length, TELEPHONE_RATE)], TELEPHONE_RATE);
  }

  public Duration length() {
    return Duration.ofNanos(samples.length * 1_000_000_000L / rate);
  }

  public Sound last(Duration span) {
    int from = Math.max(0, samples.length - samplesOf(span, rate));
    return new Sound(Arrays.copyOfRange(samples, from, samples.length), rate);
  }

  public Sound from(Duration start) {
    int from = Math.min(samples.length, samplesOf(start, rate));
    return new Sound(Arrays.copyOfRange(samples, from, samples.length), rate);
  }

  public Sound then(Sound next) {
    short[] both = Arrays.copyOf(samples, samples.length + next.samples.length);
    System.arraycopy(next.samples, 0, both, samples.length, next.samples.length);
    return new Sound(both, rate);
  }

  /** Both at once, for as long as the shorter lasts. */
  public Sound with(Sound other) {
    short[] mixed = new short[Math.min(samples.length, other.samples.length)];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (short) (samples[i] + other.samples[i]);
    }
    return new Sound(mixed, rate);
  }

  public double rms() {
    return rms(0, samples.length);
  }

  /** The time in which something can be heard, added up over windows of 20 ms. */
  public Duration audible() {
    int windows = 0;
    for (int from = 0; from + window() <= samples.length; from += window()) {
      if (rms(from, from + window()) >= AUDIBLE_RMS) {
        windows++;
      }
    }
    return Duration.ofMillis((long) windows * WINDOW_MS);
  }

  /** How far that tone stands above everything else, decibels; each 50 ms by itself. */
  public double toneAboveNoiseDb(double frequency) {
    int size = rate / 20;
    double tone = 0;
    double all = 0;
    for (int from = 0; from + size <= samples.length; from += size) {
      double energy = Math.pow(rms(from, from + size), 2);
      tone += energy * Math.min(1, Goertzel.share(samples, from, size, frequency, rate));
      all += energy;
    }
    return 10 * Math.log10(tone / Math.max(1e-9, all - tone));
  }

  /** The time in which that tone is heard and nothing else is as loud. */
  public Duration toneHeard(double frequency) {
    int size = rate / 20; // 50 ms: resolves 20 Hz, shorter than any tone a test sends
    int windows = 0;
    for (int from = 0; from + size <= samples.length; from += size) {
      if (rms(from, from + size) >= AUDIBLE_RMS
          && Goertzel.share(samples, from, size, frequency, rate) > 0.4) {
        windows++;
      }
    }
    return Duration.ofMillis(50L * windows);
  }

  /** The largest share (0 to 1) that tone has in any audible tenth of a second. */
  public double strongest(double frequency) {
    int size = rate / 10;
    double most = 0;
    for (int from = 0; from + size <= samples.length; from += size) {
      if (rms(from, from + size) >= AUDIBLE_RMS) {
        most = Math.max(most, Goertzel.share(samples, from, size, frequency, rate));
      }
    }
    return most;
  }

  /** Pauses of at least that length between audible windows: where each starts and ends. */
  public List<Span> silences(Duration atLeast) {
    List<Span> spans = new ArrayList<>();
    int start = -1;
    for (int from = 0; from + window() <= samples.length; from += window()) {
      boolean quiet = rms(from, from + window()) < AUDIBLE_RMS;
      if (quiet && start < 0) {
        start = from;
      } else if (!quiet && start >= 0) {
        addSpan(spans, start, from, atLeast);
        start = -1;
      }
    }
    if (start >= 0) {
      addSpan(spans, start, samples.length, atLeast);
    }
    return spans;
  }

  /** A stretch of the sound. */
  public record Span(Duration start, Duration end) {
    public Duration length() {
      return end.minus(start);
    }
  }

  private void addSpan(List<Span> spans, int from, int to, Duration atLeast) {
    Span span = new Span(at(from), at(to));
    if (span.length().compareTo(atLeast) >= 0) {
      spans.add(span);
    }
  }

  private Duration at(int sample) {
    return Duration.ofNanos(sample * 1_000_000_000L / rate);
  }

  private int window() {
    return rate * WINDOW_MS / 1000;
  }

  private double rms(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return to == from ? 0 : Math.sqrt(sum / (to - from));
  }

  private static int samplesOf(Duration length, int rate) {
    return (int) (length.toMillis() * rate / 1000);
  }

  @Override
  public String toString() {
    return "sound of %d ms, rms %.0f, audible %d ms"
        .formatted(length().toMillis(), rms(), audible().toMillis());
  }
}
