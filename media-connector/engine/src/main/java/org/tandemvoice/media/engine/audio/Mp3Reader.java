package org.tandemvoice.media.engine.audio;

import java.io.ByteArrayInputStream;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;

/** Reads MP3 files by JLayer. */
final class Mp3Reader {

  private Mp3Reader() {}

  static Pcm read(byte[] file) throws AudioFormatException {
    SampleStore store = null;
    int rateHz = 0;
    Bitstream stream = new Bitstream(new ByteArrayInputStream(file));
    Decoder decoder = new Decoder();
    try {
      for (Header header = stream.readFrame(); header != null; header = stream.readFrame()) {
        SampleBuffer frame = (SampleBuffer) decoder.decodeFrame(header, stream);
        if (store == null) {
          rateHz = frame.getSampleFrequency();
          store = new SampleStore(rateHz);
        }
        if (frame.getSampleFrequency() == rateHz) {
          int channels = frame.getChannelCount();
          store.add(frame.getBuffer(), frame.getBufferLength() / channels, channels);
        }
        stream.closeFrame();
      }
    } catch (JavaLayerException | RuntimeException e) {
      // What came before the damage is worth hearing; a file without a beginning is not.
      if (store == null) {
        throw new AudioFormatException("The MP3 file is damaged");
      }
    }
    if (store == null) {
      throw new AudioFormatException("The MP3 file has no sound in it");
    }
    return store.pcm();
  }
}
