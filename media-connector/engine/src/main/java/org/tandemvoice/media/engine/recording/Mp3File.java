package org.tandemvoice.media.engine.recording;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import org.tandemvoice.media.engine.audio.Mp3Header;
import org.tandemvoice.media.engine.audio.Mp3Info;

/**
 * MP3 of constant rate by jump3r, a port of LAME to Java; two kilobits a second for each kHz. A
 * first frame says what the encoder added, so that players give as many samples as were written.
 */
final class Mp3File implements SoundFile {

  private static final int SAMPLES_AT_ONCE = 2304;

  /** What LAME puts before the sound. */
  private static final int ENCODER_DELAY = 576;

  private final Path path;
  private final int channels;
  private final OutputStream out;
  private final LameEncoder encoder;
  private final byte[] pcm = new byte[2 * SAMPLES_AT_ONCE];
  private final byte[] coded;
  private final int infoBytes;
  private long written;

  Mp3File(Path path, int channels, int sampleRateHz) throws IOException {
    this.path = path;
    this.channels = channels;
    encoder =
        new LameEncoder(
            new AudioFormat(sampleRateHz, 16, channels, true, false),
            bitRate(channels, sampleRateHz),
            channels == 1 ? LameEncoder.CHANNEL_MODE_MONO : LameEncoder.CHANNEL_MODE_STEREO,
            LameEncoder.QUALITY_LOW,
            false);
    coded = new byte[Math.max(encoder.getMP3BufferSize(), 16 * 1024)];
    out = new BufferedOutputStream(Files.newOutputStream(path));
    boolean isFirst = sampleRateHz >= 32_000;
    infoBytes = (isFirst ? 144 : 72) * 1_000 * bitRate(channels, sampleRateHz) / sampleRateHz;
    out.write(new byte[infoBytes]);
  }

  @Override
  public void write(short[] interleaved, int from, int count) throws IOException {
    written += count / channels;
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
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      inform(file);
    }
  }

  /** Cuts off the frames that hold nothing of the sound, and fills the first one. */
  private void inform(RandomAccessFile file) throws IOException {
    long end = file.length();
    long at = infoBytes;
    int delay = ENCODER_DELAY;
    long needed = ENCODER_DELAY + Mp3Info.DECODER_DELAY + written;
    int first = 0;
    int frames = 0;
    long samples = 0;
    while (samples < needed && at + Mp3Header.BYTES <= end) {
      file.seek(at);
      int bits = file.readInt();
      Mp3Header header =
          Mp3Header.of(bits).orElseThrow(() -> new IOException("The MP3 encoder wrote no frame"));
      if (frames == 0) {
        first = bits;
        int unused = unused(file, header);
        delay += unused;
        needed += unused;
      }
      frames++;
      samples += header.samples();
      at += header.bytes();
    }
    if (frames > 0) {
      file.setLength(Math.min(at, end));
      file.seek(0);
      file.write(
          Mp3Info.frame(first, frames, file.length(), delay, (int) (samples - delay - written)));
    }
  }

  /**
   * Samples of the first frame if the encoder has kept it free for itself, as it does where it is
   * large enough; it never fills it.
   */
  private static int unused(RandomAccessFile file, Mp3Header header) throws IOException {
    byte[] content = new byte[header.bytes() - Mp3Header.BYTES];
    file.readFully(content);
    for (byte part : content) {
      if (part != 0) {
        return 0;
      }
    }
    return header.samples();
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
