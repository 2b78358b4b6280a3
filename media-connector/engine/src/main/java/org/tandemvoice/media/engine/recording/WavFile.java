package org.tandemvoice.media.engine.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Linear 16-bit WAV. The sizes in the header are brought up to date every few seconds, so that a
 * file whose writer died can still be read up to there.
 */
final class WavFile implements SoundFile {

  private static final int HEADER_BYTES = 44;
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int BYTES_BETWEEN_UPDATES = 512 * 1024;
  private static final long MAX_DATA_BYTES = 0xFFFFFFFFL - HEADER_BYTES;

  private final FileChannel file;
  private final int channels;
  private final int sampleRateHz;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private long dataBytes;
  private long updatedAt;

  WavFile(Path path, int channels, int sampleRateHz) throws IOException {
    this.channels = channels;
    this.sampleRateHz = sampleRateHz;
    file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    try {
      file.write(header());
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Samples of each channel in a finished file of ours. */
  static long samplesIn(Path path, int channels) throws IOException {
    return (Files.size(path) - HEADER_BYTES) / (2L * channels);
  }

  @Override
  public void write(short[] interleaved, int from, int count) throws IOException {
    if (dataBytes + 2L * count > MAX_DATA_BYTES) {
      throw new IOException("The recording is longer than a WAV file can be");
    }
    for (int i = from; i < from + count; i++) {
      if (buffer.remaining() < 2) {
        flush();
      }
      buffer.putShort(interleaved[i]);
    }
    dataBytes += 2L * count;
    if (dataBytes - updatedAt >= BYTES_BETWEEN_UPDATES) {
      updateHeader();
    }
  }

  @Override
  public void finish() throws IOException {
    updateHeader();
    file.force(true);
    file.close();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void updateHeader() throws IOException {
    flush();
    updatedAt = dataBytes;
    file.write(header(), 0);
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
    buffer.clear();
  }

  private ByteBuffer header() {
    int frameBytes = 2 * channels;
    return ByteBuffer.allocate(HEADER_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {'R', 'I', 'F', 'F'})
        .putInt((int) (dataBytes + HEADER_BYTES - 8))
        .put(new byte[] {'W', 'A', 'V', 'E', 'f', 'm', 't', ' '})
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) channels)
        .putInt(sampleRateHz)
        .putInt(sampleRateHz * frameBytes)
        .putShort((short) frameBytes)
        .putShort((short) 16)
        .put(new byte[] {'d', 'a', 't', 'a'})
        .putInt((int) dataBytes)
        .flip();
  }
}
