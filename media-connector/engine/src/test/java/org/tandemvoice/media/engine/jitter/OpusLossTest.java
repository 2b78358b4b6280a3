package org.tandemvoice.media.engine.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.media.engine.audio.RateConverter;
import org.tandemvoice.media.engine.audio.Sine;
import org.tandemvoice.media.engine.codec.AudioDecoder;
import org.tandemvoice.media.engine.codec.AudioEncoder;
import org.tandemvoice.media.engine.codec.Opus;
import org.tandemvoice.media.engine.pace.NanoClock;
import org.tandemvoice.media.engine.rtp.BigEndian;
import org.tandemvoice.media.engine.rtp.RtpPacket;
import org.tandemvoice.media.engine.speech.FreeTtsProvider;
import org.tandemvoice.media.engine.speech.SpeechException;
import org.tandemvoice.media.engine.speech.SpeechSynthesis;

/** What is left of speech when packets are lost at random; time is made up, so it never varies. */
class OpusLossTest {

  private static final int RATE_HZ = 48_000;
  private static final int FRAME = RATE_HZ / 50;
  private static final LateSound NOBODY =
      new LateSound() {
        @Override
        public void came(long ago, short[] pcm, int samples) {
          // There is no recording.
        }

        @Override
        public void unheard(short[] frame, int samples) {
          // There is no recording.
        }
      };

  private static final int PAYLOAD_TYPE = 96;
  private static final long FRAME_NANOS = 20_000_000L;
  private static final long TRAVEL_NANOS = 30_000_000L;
  private static final double AUDIBLE = 300;
  private static final int LOST_PERCENT = 10;
  private static final int WINDOW = RATE_HZ / 20;
  private static final double LEAST_SHARE = 0.4;

  private final Opus opus = new Opus();
  private final short[] speech = speech();

  @Test
  void nearlyAllOfTheSpeechIsHeardWhenEveryTenthPacketIsLost() {
    short[] whole = heard(opus::decoder, 0, 0);

    short[] restored = heard(opus::decoder, LOST_PERCENT, 0);
    short[] guessed = heard(this::withoutCopies, LOST_PERCENT, 0);

    assertThat(share(whole, restored)).as("heard").isGreaterThan(0.96);
    assertThat(share(whole, guessed)).as("heard without copies").isLessThan(0.90);
    assertThat(signalToNoise(whole, restored)).isGreaterThan(signalToNoise(whole, guessed) + 5);
    short[] wholeLate = heard(opus::decoder, 0, 40);
    assertThat(share(wholeLate, heard(opus::decoder, LOST_PERCENT, 40)))
        .as("heard with 40 ms of jitter")
        .isGreaterThan(0.96);
  }

  /**
   * A pure tone is no speech to Opus: no packet holds a copy of the one before it, and what is made
   * up fades within a frame. So a frame is silent where two in a row are lost, and no other; and
   * the tone may be out of step after a loss, so that a window of 50 ms holds two that cancel out.
   */
  @Test
  void aToneIsSilentOnlyWhereSeveralPacketsInARowAreLost() {
    short[] tone = Sine.samples(440, 8_000, 260 * FRAME, RATE_HZ);
    for (int seed = 0; seed < 8; seed++) {
      boolean[] lost = losses(seed, 260);
      short[] all = heard(tone, opus::decoder, at -> lost[at], 0);
      short[] heard = Arrays.copyOfRange(all, 10 * FRAME, all.length);
      int outOfStep = 0;
      double noise = 0;
      double sound = 0;
      for (int at = 0; at + WINDOW <= heard.length; at += WINDOW) {
        short[] part = Arrays.copyOfRange(heard, at, at + WINDOW);
        double share = share(part);
        double energy = energy(part);
        sound += share * energy;
        noise += (1 - share) * energy;
        outOfStep += share < LEAST_SHARE ? 1 : 0;
      }
      assertThat(silent(heard)).as("frames by seed %d", seed).isLessThanOrEqualTo(inARow(lost));
      assertThat(outOfStep).as("of 100 windows by seed %d", seed).isLessThanOrEqualTo(8);
      assertThat(10 * Math.log10(sound / noise)).as("dB by seed %d", seed).isGreaterThan(8);
    }
  }

  private static int inARow(boolean[] lost) {
    int inARow = 0;
    for (int i = 1; i < lost.length; i++) {
      inARow += lost[i] && lost[i - 1] ? 1 : 0;
    }
    return inARow;
  }

  /** The part of the energy that is in the tone. */
  private static double share(short[] part) {
    return Math.min(1, Math.pow(Sine.amplitude(part, 440, RATE_HZ), 2) / 2 / energy(part));
  }

  private static double energy(short[] part) {
    return power(part, 0, new short[part.length], part.length) / part.length;
  }

  private static int silent(short[] heard) {
    int silent = 0;
    for (int at = 0; at + FRAME <= heard.length; at += FRAME) {
      silent += energy(Arrays.copyOfRange(heard, at, at + FRAME)) < AUDIBLE * AUDIBLE ? 1 : 0;
    }
    return silent;
  }

  private static boolean[] losses(int seed, int packets) {
    Random random = new Random(seed);
    boolean[] lost = new boolean[packets];
    for (int i = 10; i < packets; i++) {
      lost[i] = random.nextInt(100) < LOST_PERCENT;
    }
    return lost;
  }

  private short[] heard(Supplier<AudioDecoder> decoder, int lostPercent, int jitterMs) {
    Random losses = new Random(5);
    return heard(
        speech,
        decoder,
        at -> {
          boolean isLost = losses.nextInt(100) < lostPercent;
          return isLost && at >= 10;
        },
        jitterMs);
  }

  /** Plays a sound with this loss and up to so much delay more or less from packet to packet. */
  private short[] heard(
      short[] sound, Supplier<AudioDecoder> decoder, IntPredicate isLost, int jitterMs) {
    PayloadDecoder[] decoders = new PayloadDecoder[128];
    decoders[PAYLOAD_TYPE] = new PayloadDecoder(decoder.get(), RATE_HZ, RATE_HZ, RATE_HZ);
    Playout playout = new Playout(decoders, NOBODY);
    playout.rate(RATE_HZ);
    AudioEncoder encoder = opus.encoder();
    Random delays = new Random(6);
    int frames = sound.length / FRAME;
    short[] heard = new short[sound.length];
    short[] frame = new short[FRAME];
    byte[] datagram = new byte[1_500];
    RtpPacket packet = new RtpPacket();
    for (int i = 0; i < frames; i++) {
      short[] said = Arrays.copyOfRange(sound, i * FRAME, (i + 1) * FRAME);
      int bytes = encoder.encode(said, FRAME, datagram, RtpPacket.HEADER_BYTES);
      header(datagram, i);
      long now = i * FRAME_NANOS + TRAVEL_NANOS;
      long late = jitterMs == 0 ? 0 : delays.nextInt(jitterMs) * 1_000_000L;
      if (!isLost.test(i)) {
        packet.wrap(datagram, 0, RtpPacket.HEADER_BYTES + bytes);
        playout.put(packet, now + late - jitterMs * 500_000L);
      }
      playout.frame(now + FRAME_NANOS / 2, frame);
      System.arraycopy(frame, 0, heard, i * FRAME, FRAME);
    }
    return heard;
  }

  private static void header(byte[] datagram, int index) {
    datagram[0] = (byte) 0x80;
    datagram[1] = PAYLOAD_TYPE;
    BigEndian.writeShort(datagram, 2, index);
    BigEndian.writeInt(datagram, 4, index * FRAME);
    BigEndian.writeInt(datagram, 8, 7);
  }

  /** A decoder that makes up what is lost and looks for no copy. */
  private AudioDecoder withoutCopies() {
    AudioDecoder decoder = opus.decoder();
    return new AudioDecoder() {
      @Override
      public int decode(byte[] payload, int offset, int length, short[] pcm) {
        return decoder.decode(payload, offset, length, pcm);
      }

      @Override
      public boolean conceals() {
        return true;
      }

      @Override
      public void conceal(short[] pcm, int samples) {
        decoder.conceal(pcm, samples);
      }
    };
  }

  /** The share of sounding frames that are as without loss, but for noise 3 dB below them. */
  private static double share(short[] whole, short[] heard) {
    int sounding = 0;
    int good = 0;
    for (int at = 0; at + FRAME <= whole.length; at += FRAME) {
      double signal = power(whole, at, new short[whole.length]);
      if (Math.sqrt(signal / FRAME) > AUDIBLE) {
        sounding++;
        good += power(whole, at, heard) < signal / 2 ? 1 : 0;
      }
    }
    return (double) good / sounding;
  }

  private static double signalToNoise(short[] whole, short[] heard) {
    double signal = 0;
    double noise = 0;
    for (int i = 0; i < whole.length; i++) {
      signal += Math.pow(whole[i], 2);
      noise += Math.pow(whole[i] - heard[i], 2);
    }
    return 10 * Math.log10(signal / Math.max(1, noise));
  }

  private static double power(short[] one, int at, short[] other) {
    return power(one, at, other, FRAME);
  }

  private static double power(short[] one, int at, short[] other, int samples) {
    double power = 0;
    for (int i = at; i < at + samples; i++) {
      power += Math.pow(one[i] - other[i], 2);
    }
    return power;
  }

  private static short[] speech() {
    String text =
        "Good afternoon, and thank you for calling. All our agents are talking to other callers at"
            + " the moment. Please stay on the line, and somebody will be with you shortly.";
    try {
      short[] narrow =
          new SpeechSynthesis(List.of(new FreeTtsProvider()), NanoClock.system())
              .speak(new Prompt.Speech(text, "en-US", "", ""))
              .samples();
      short[] wide = new short[narrow.length * (RATE_HZ / 8_000) + FRAME];
      int made =
          new RateConverter(8_000, RATE_HZ, narrow.length).convert(narrow, narrow.length, wide);
      return Arrays.copyOf(wide, made - made % FRAME);
    } catch (SpeechException e) {
      throw new IllegalStateException(e);
    }
  }
}
