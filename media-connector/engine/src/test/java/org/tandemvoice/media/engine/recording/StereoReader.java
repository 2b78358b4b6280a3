package org.tandemvoice.media.engine.recording;

import io.github.jaredmdobson.concentus.OpusDecoder;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.SampleBuffer;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.opus.OpusAudioData;
import org.gagravarr.opus.OpusFile;

/** Reads both channels of a small stereo file, which the server itself never needs. */
final class StereoReader {

  record Sound(int rateHz, short[] left, short[] right) {}

  private short[] interleaved = {};

  private StereoReader() {}

  static Sound read(byte[] file) throws Exception {
    StereoReader reader = new StereoReader();
    int rate =
        switch (file[0]) {
          case 'R' -> reader.wav(file);
          case 'O' -> reader.opus(file);
          default -> reader.mp3(file);
        };
    short[] left = new short[reader.interleaved.length / 2];
    short[] right = new short[left.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = reader.interleaved[2 * i];
      right[i] = reader.interleaved[2 * i + 1];
    }
    return new Sound(rate, left, right);
  }

  private int wav(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    short[] all = new short[(file.length - 44) / 2];
    in.position(44).slice().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(all);
    add(all, all.length);
    return in.getInt(24);
  }

  private int mp3(byte[] file) throws Exception {
    Bitstream stream = new Bitstream(new ByteArrayInputStream(file));
    Decoder decoder = new Decoder();
    int rate = 0;
    for (Header header = stream.readFrame(); header != null; header = stream.readFrame()) {
      SampleBuffer frame = (SampleBuffer) decoder.decodeFrame(header, stream);
      rate = frame.getSampleFrequency();
      add(frame.getBuffer(), frame.getBufferLength());
      stream.closeFrame();
    }
    return rate;
  }

  private int opus(byte[] file) throws Exception {
    OpusDecoder decoder = new OpusDecoder(48_000, 2);
    short[] pcm = new short[2 * 5_760];
    try (OpusFile opus = new OpusFile(new OggFile(new ByteArrayInputStream(file)))) {
      for (OpusAudioData packet = opus.getNextAudioPacket();
          packet != null;
          packet = opus.getNextAudioPacket()) {
        byte[] data = packet.getData();
        add(pcm, 2 * decoder.decode(data, 0, data.length, pcm, 0, 5_760, false));
      }
    }
    return 48_000;
  }

  private void add(short[] samples, int count) {
    int at = interleaved.length;
    interleaved = Arrays.copyOf(interleaved, at + count);
    System.arraycopy(samples, 0, interleaved, at, count);
  }
}
