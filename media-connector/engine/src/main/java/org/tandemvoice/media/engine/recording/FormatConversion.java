package org.tandemvoice.media.engine.recording;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.tandemvoice.media.RecordingSpec;
import org.tandemvoice.media.engine.audio.RateConverter;

/**
 * Makes the file that grew into the file that was asked for, and only then gives it its name. The
 * first one stays, so that it can be done again.
 */
final class FormatConversion {

  private static final int WAV_HEADER_BYTES = 44;
  private static final int FRAMES_AT_ONCE = 4_800;
  private static final int OPUS_RATE_HZ = 48_000;

  private FormatConversion() {}

  static void convert(Recording recording) throws IOException {
    RecordingSpec spec = recording.spec();
    switch (spec.format()) {
      case WAV -> {
        // It is what it shall be.
      }
      case MP3 ->
          convert(
              recording,
              new Mp3File(recording.converted(), spec.channelCount(), spec.sampleRateHz()),
              spec.sampleRateHz());
      case OGG -> {
        int rate = opusRate(spec.sampleRateHz());
        convert(recording, new OggOpusFile(recording.converted(), spec.channelCount(), rate), rate);
      }
    }
  }

  /** RFC 6716 section 2.1.3: Opus knows five rates; the other two of ours become the highest. */
  private static int opusRate(int sampleRateHz) {
    return sampleRateHz == 32_000 || sampleRateHz == 44_100 ? OPUS_RATE_HZ : sampleRateHz;
  }

  private static void convert(Recording recording, SoundFile file, int rate) throws IOException {
    try (file;
        InputStream in = new BufferedInputStream(Files.newInputStream(recording.original()))) {
      in.skipNBytes(WAV_HEADER_BYTES);
      copy(in, file, recording.spec(), rate);
      file.finish();
    }
    Recording.rename(recording.converted(), recording.finished());
  }

  private static void copy(InputStream in, SoundFile file, RecordingSpec spec, int rate)
      throws IOException {
    int channels = spec.channelCount();
    int from = spec.sampleRateHz();
    byte[] bytes = new byte[2 * channels * FRAMES_AT_ONCE];
    RateConverter[] converters = new RateConverter[channels];
    for (int c = 0; c < channels; c++) {
      converters[c] = new RateConverter(from, rate, FRAMES_AT_ONCE);
    }
    int room = (int) ((long) FRAMES_AT_ONCE * rate / from) + 2;
    short[] track = new short[FRAMES_AT_ONCE];
    short[] converted = new short[room];
    short[] interleaved = new short[room * channels];
    for (int read = in.readNBytes(bytes, 0, bytes.length);
        read > 0;
        read = in.readNBytes(bytes, 0, bytes.length)) {
      int frames = read / (2 * channels);
      int count = 0;
      for (int c = 0; c < channels; c++) {
        for (int i = 0; i < frames; i++) {
          int at = 2 * (i * channels + c);
          track[i] = (short) (bytes[at + 1] << 8 | bytes[at] & 0xFF);
        }
        count = rate == from ? frames : converters[c].convert(track, frames, converted);
        short[] source = rate == from ? track : converted;
        for (int i = 0; i < count; i++) {
          interleaved[i * channels + c] = source[i];
        }
      }
      file.write(interleaved, 0, count * channels);
    }
  }
}
