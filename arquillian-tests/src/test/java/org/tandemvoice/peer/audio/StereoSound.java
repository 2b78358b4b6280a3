package org.tandemvoice.peer.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** The two channels of a 16-bit WAV file. */
public record StereoSound(Sound left, Sound right) {

  public static StereoSound read(byte[] file) {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
      AudioFormat format = in.getFormat();
      if (format.getChannels() != 2 || format.getSampleSizeInBits() != 16) {
        throw new AssertionError("Expected 16-bit stereo, got " + format);
      }
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      short[] left = new short[bytes.capacity() / 4];
      short[] right = new short[left.length];
      for (int i = 0; i < left.length; i++) {
        left[i] = bytes.getShort();
        right[i] = bytes.getShort();
      }
      int rate = (int) format.getSampleRate();
      return new StereoSound(new Sound(left, rate), new Sound(right, rate));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UnsupportedAudioFileException e) {
      throw new AssertionError("This is no WAV file", e);
    }
  }
}
