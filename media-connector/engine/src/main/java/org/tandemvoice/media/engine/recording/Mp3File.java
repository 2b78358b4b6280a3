package org.tandemvoice.media.engine.recording;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;

/** MP3 of constant rate by jump3r, a port of LAME to Java; two kilobits a second for each kHz. */
final class Mp3File implements SoundFile {

  private static final int SAMPLES_AT_ONCE = 2304;

  private final OutputStream out;
  private final LameEncoder encoder;
  private final byte[] pcm = new byte[2 * SAMPLES_AT_ONCE];
  private final byte[] coded;

  Mp3File(Path path, int channels, int sampleRateHz) throws IOException {
    encoder =
        new LameEncoder(
            new AudioFormat(sampleRateHz, 16, channels, true, false),
            bitRate(channels, sampleRateHz),
            channels == 1 ? LameEncoder.CHANNEL_MODE_MONO : LameEncoder.CHANNEL_MODE_STEREO,
            LameEncoder.QUALITY_LOW,
            false);
    coded = new byte[Math.max(encoder.getMP3BufferSize(), 16 * 1024)];
    out = new BufferedOutputStream(Files.newOutputStream(path));
  }

  @Override
  public void write(short[] interleaved, int from, int count) throws IOException {
    for (int at = from; at < from + count; at += SAMPLES_AT_ONCE) {
      int samples = Math.min(SAMPLES_AT_ONCE, from + count - at);
      for (int i = 0; i < samples; i++) {
        pcm[2 * i] = (byte) interleaved[at + i];
        pcm[2 * i + 1] = (byte) (interleaved[at + i] >> 8);
      }
      out.write(coded, 0, encoder.encodeBuffer(pcm, 0, 2 * samples, coded));
    }
  }

  @Override
  public void finish() throws IOException {
    out.write(coded, 0, encoder.encodeFinish(coded));
    out.close();
  }

  @Override
  public void close() throws IOException {
    encoder.close();
    out.close();
  }

  /** Rates that layer 3 knows at these sample rates (ISO 11172-3, 13818-3), kilobits a second. */
  private static int bitRate(int channels, int sampleRateHz) {
    int perChannel =
        switch (sampleRateHz) {
          case 8_000 -> 16;
          case 16_000 -> 32;
          case 24_000 -> 40;
          default -> 64;
        };
    return perChannel * channels;
  }
}
