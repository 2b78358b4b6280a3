package org.tandemvoice.media.engine.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.tandemvoice.media.engine.codec.AudioDecoder;
import org.tandemvoice.media.engine.codec.Pcma;
import org.tandemvoice.media.engine.codec.Pcmu;

/**
 * Reads WAV files: PCM of 8, 16, 24 or 32 bits and G.711, any number of channels (mixed to one),
 * any usual rate.
 */
public final class WavReader {

  private static final int RIFF = 0x46464952;
  private static final int WAVE = 0x45564157;
  private static final int FORMAT = 0x20746D66;
  private static final int DATA = 0x61746164;
  private static final int LINEAR = 1;
  private static final int A_LAW = 6;
  private static final int MU_LAW = 7;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int MIN_RATE = 4_000;
  private static final int MAX_RATE = 192_000;
  private static final int MAX_CHANNELS = 8;

  private record Format(int encoding, int channels, int sampleRateHz, int bits) {}

  private WavReader() {}

  /**
   * Reads a whole file.
   *
   * @throws AudioFormatException if it is no WAV or of a kind we do not read
   */
  public static Pcm read(byte[] file) throws AudioFormatException {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (in.remaining() < 12 || in.getInt() != RIFF || in.getInt() == 0 || in.getInt() != WAVE) {
      throw new AudioFormatException("It is not a WAV file");
    }
    Format format = null;
    while (in.remaining() >= 8) {
      int chunk = in.getInt();
      long length = in.getInt() & 0xFFFFFFFFL;
      // Streams write no length or the greatest one; then the chunk goes to the end of the file.
      int available = (int) Math.min(length, in.remaining());
      if (chunk == DATA) {
        int bytes = length == 0 ? in.remaining() : available;
        return sound(in.slice(in.position(), bytes).order(ByteOrder.LITTLE_ENDIAN), format);
      }
      if (chunk == FORMAT) {
        format = format(in.slice(in.position(), available).order(ByteOrder.LITTLE_ENDIAN));
      }
      in.position(Math.min(in.limit(), in.position() + available + (available & 1)));
    }
    throw new AudioFormatException("The WAV file has no sound in it");
  }

  private static Format format(ByteBuffer chunk) throws AudioFormatException {
    if (chunk.remaining() < 16) {
      throw new AudioFormatException("The WAV file's format is cut short");
    }
    int encoding = chunk.getShort(0) & 0xFFFF;
    if (encoding == EXTENSIBLE && chunk.remaining() >= 26) {
      encoding = chunk.getShort(24) & 0xFFFF;
    }
    Format format =
        new Format(
            encoding, chunk.getShort(2) & 0xFFFF, chunk.getInt(4), chunk.getShort(14) & 0xFFFF);
    boolean isCompanded = encoding == A_LAW || encoding == MU_LAW;
    boolean bitsAreKnown =
        isCompanded
            ? format.bits() == 8
            : encoding == LINEAR
                && format.bits() % 8 == 0
                && format.bits() >= 8
                && format.bits() <= 32;
    if (!bitsAreKnown) {
      throw new AudioFormatException(
          "The WAV file's encoding "
              + encoding
              + " with "
              + format.bits()
              + " bits is not supported");
    }
    if (format.sampleRateHz() < MIN_RATE
        || format.sampleRateHz() > MAX_RATE
        || format.channels() < 1
        || format.channels() > MAX_CHANNELS) {
      throw new AudioFormatException(
          "The WAV file has "
              + format.channels()
              + " channels at "
              + format.sampleRateHz()
              + " Hz");
    }
    return format;
  }

  private static Pcm sound(ByteBuffer data, Format format) throws AudioFormatException {
    if (format == null) {
      throw new AudioFormatException("The WAV file has sound before its format");
    }
    int bytes = format.bits() / 8;
    short[] samples = new short[data.remaining() / (bytes * format.channels())];
    AudioDecoder companded =
        format.encoding() == A_LAW ? new Pcma().decoder() : new Pcmu().decoder();
    byte[] code = new byte[1];
    short[] one = new short[1];
    int at = 0;
    for (int i = 0; i < samples.length; i++) {
      int sum = 0;
      for (int channel = 0; channel < format.channels(); channel++) {
        if (format.encoding() == LINEAR) {
          sum += linear(data, at, bytes);
        } else {
          code[0] = data.get(at);
          companded.decode(code, 0, 1, one);
          sum += one[0];
        }
        at += bytes;
      }
      samples[i] = (short) (sum / format.channels());
    }
    return new Pcm(format.sampleRateHz(), samples);
  }

  private static int linear(ByteBuffer data, int at, int bytes) {
    // Eight bits are unsigned in WAV, more are signed; of those the upper sixteen are enough.
    return bytes == 1 ? (data.get(at) & 0xFF) - 128 << 8 : data.getShort(at + bytes - 2);
  }
}
