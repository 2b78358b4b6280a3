package org.tandemvoice.media.engine.audio;

/** Reads a sound file of any kind we know: WAV, MP3, Ogg with Vorbis or Opus. */
public final class SoundReader {

  /** 32 MB, five minutes at 48 kHz; more is refused before memory is used up. */
  static final long MAX_SAMPLES = 16L * 1024 * 1024;

  private static final int OPUS_HEAD_AT = 28;

  private SoundReader() {}

  /**
   * Reads a whole file; what it is says its content, not its name.
   *
   * @throws AudioFormatException if it is of no kind we read, damaged, or too long
   */
  public static Pcm read(byte[] file) throws AudioFormatException {
    if (startsWith(file, 0, "RIFF")) {
      return WavReader.read(file);
    }
    if (startsWith(file, 0, "OggS")) {
      return startsWith(file, OPUS_HEAD_AT, "OpusHead")
          ? OpusFileReader.read(file)
          : VorbisReader.read(file);
    }
    if (startsWith(file, 0, "ID3") || isMpegFrame(file)) {
      return Mp3Reader.read(file);
    }
    throw new AudioFormatException("It is neither a WAV, an MP3 nor an Ogg file");
  }

  private static boolean startsWith(byte[] file, int at, String magic) {
    if (file.length < at + magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if (file[at + i] != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Eleven bits set, layer III (ISO 11172-3 clause 2.4.1.3). */
  private static boolean isMpegFrame(byte[] file) {
    return file.length > 3
        && (file[0] & 0xFF) == 0xFF
        && (file[1] & 0xE0) == 0xE0
        && (file[1] & 0x06) == 0x02;
  }
}
