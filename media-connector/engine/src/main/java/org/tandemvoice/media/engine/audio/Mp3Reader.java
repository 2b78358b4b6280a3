package org.tandemvoice.media.engine.audio;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Optional;
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
    Optional<Mp3Info> info = Mp3Info.of(file);
    int from = info.map(Mp3Info::from).orElse(0);
    Bitstream stream = new Bitstream(new ByteArrayInputStream(file, from, file.length - from));
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
    Pcm whole = store.pcm();
    return info.filter(told -> told.delay() > 0).map(told -> within(told, whole)).orElse(whole);
  }

  /** The sound without what the encoder and the decoder added. */
  private static Pcm within(Mp3Info info, Pcm whole) {
    short[] samples = whole.samples();
    int start = Math.min(samples.length, info.delay() + Mp3Info.DECODER_DELAY);
    int end = samples.length - Math.max(0, info.padding() - Mp3Info.DECODER_DELAY);
    return new Pcm(whole.sampleRateHz(), Arrays.copyOfRange(samples, start, Math.max(start, end)));
  }
}
