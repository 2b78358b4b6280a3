package org.tandemvoice.media;

import java.time.Duration;

/**
 * What is recorded of a party and how it is kept.
 *
 * @param maxDuration the recording ends by itself after that; zero for no limit
 * @param maxSilence the recording ends by itself when the recorded directions were silent for so
 *     long; zero for no limit
 */
public record RecordingSpec(
    Direction direction,
    Format format,
    Channels channels,
    int sampleRateHz,
    Duration maxDuration,
    Duration maxSilence) {

  /** Which side is heard in it. */
  public enum Direction {
    /** What the party says. */
    IN,
    /** What the party hears: prompts, music and other parties. */
    OUT,
    /** Both. */
    BOTH
  }

  /** The kind of file; the name in lower case is the file's suffix. */
  public enum Format {
    /** Linear 16-bit PCM. */
    WAV,
    /** MPEG audio layer 3. */
    MP3,
    /** Opus in Ogg (RFC 7845). */
    OGG
  }

  /** How the two sides share the file. */
  public enum Channels {
    /** One channel with both. */
    MIXED,
    /** Left what the party says, right what it hears; an unrecorded side is silent. */
    STEREO
  }

  /** Refuses rates that not every format can hold. */
  public RecordingSpec {
    switch (sampleRateHz) {
      case 8_000, 16_000, 24_000, 32_000, 44_100, 48_000 -> {
        // Opus files carry 32 and 44.1 kHz as 48 kHz.
      }
      default ->
          throw new IllegalArgumentException(
              "The sample rate is "
                  + sampleRateHz
                  + " Hz; 8000, 16000, 24000, 32000, 44100 and 48000 are possible");
    }
    if (maxDuration.isNegative() || maxSilence.isNegative()) {
      throw new IllegalArgumentException("A recording's limits cannot be negative");
    }
  }

  /** Channels in the file. */
  public int channelCount() {
    return channels == Channels.STEREO ? 2 : 1;
  }
}
