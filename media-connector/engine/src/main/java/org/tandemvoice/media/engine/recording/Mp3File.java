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
 * first frame says what the encoder added, so that players give as many samples as were written;
 * those that heed no such frame are told the length by a tag before it.
 */
final class Mp3File implements SoundFile {

  private static final int SAMPLES_AT_ONCE = 2304;

  /** What LAME puts before the sound. */
  private static final int ENCODER_DELAY = 576;

  private final Path path;
  private final int channels;
  private final int sampleRateHz;
  private final OutputStream out;
  private final LameEncoder encoder;
  private final byte[] pcm = new byte[2 * SAMPLES_AT_ONCE];
  private final byte[] coded;
  private final int headBytes;
  private boolean begun;
  private long written;

  Mp3File(Path path, int channels, int sampleRateHz) throws IOException {
    this.path = path;
    this.channels = channels;
    this.sampleRateHz = sampleRateHz;
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
    int infoBytes = (isFirst ? 144 : 72) * 1_000 * bitRate(channels, sampleRateHz) / sampleRateHz;
    headBytes = LengthTag.BYTES + infoBytes;
    out.write(new byte[headBytes]);
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
      append(encoder.encodeBuffer(pcm, 0, 2 * samples, coded));
    }
  }

  private void append(int bytes) throws IOException {
    int from = begun ? 0 : unused(bytes);
    begun |= bytes > 0;
    out.write(coded, from, bytes - from);
  }

  /**
   * Bytes of the first frame if the encoder has kept it free for itself, as it does where it is
   * large enough; it never fills it.
   */
  private int unused(int bytes) {
    int length = Mp3Header.at(coded, 0).map(Mp3Header::bytes).orElse(0);
    for (int i = Mp3Header.BYTES; i < length; i++) {
      if (coded[i] != 0) {
        return 0;
      }
    }
    return length > bytes ? 0 : length;
  }

  @Override
  public void finish() throws IOException {
    append(encoder.encodeFinish(coded));
    out.close();
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      inform(file);
    }
  }

  /** Cuts off the frames that hold nothing of the sound, and fills what is before them. */
  private void inform(RandomAccessFile file) throws IOException {
    long end = file.length();
    long at = headBytes;
    long needed = ENCODER_DELAY + Mp3Info.DECODER_DELAY + written;
    int first = 0;
    int frames = 0;
    long samples = 0;
    while (samples < needed && at + Mp3Header.BYTES <= end) {
      file.seek(at);
      int bits = file.readInt();
      Mp3Header header =
          Mp3Header.of(bits).orElseThrow(() -> new IOException("The MP3 encoder wrote no frame"));
      first = frames == 0 ? bits : first;
      frames++;
      samples += header.samples();
      at += header.bytes();
    }
    if (frames > 0) {
      file.setLength(Math.min(at, end));
      file.seek(0);
      file.write(LengthTag.of(written * 1_000 / sampleRateHz));
      int padding = (int) (samples - ENCODER_DELAY - written);
      long bytes = file.length() - LengthTag.BYTES;
      file.write(Mp3Info.frame(first, frames, bytes, ENCODER_DELAY, padding));
    }
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
