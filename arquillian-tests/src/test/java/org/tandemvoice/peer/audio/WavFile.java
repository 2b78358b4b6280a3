package org.tandemvoice.peer.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Mono 16-bit WAV files in and out. */
public final class WavFile {

  private WavFile() {}

  public static Sound read(Path file) {
    try {
      return read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Sound read(byte[] file) {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
      AudioFormat format = in.getFormat();
      if (format.getChannels() != 1 || format.getSampleSizeInBits() != 16) {
        throw new AssertionError("Expected 16-bit mono, got " + format);
      }
      byte[] bytes = in.readAllBytes();
      short[] samples = new short[bytes.length / 2];
      ByteOrder order = format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      ByteBuffer.wrap(bytes).order(order).asShortBuffer().get(samples);
      return new Sound(samples, (int) format.getSampleRate());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UnsupportedAudioFileException e) {
      throw new AssertionError("This is no WAV file", e);
    }
  }

  public static void write(Sound sound, Path file) {
    ByteBuffer bytes = ByteBuffer.allocate(sound.samples().length * 2);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(sound.samples());
    AudioFormat format = new AudioFormat(sound.rate(), 16, 1, true, false);
    try (var in =
        new AudioInputStream(
            new ByteArrayInputStream(bytes.array()), format, sound.samples().length)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
