package org.tandemvoice.media.engine.codec;

import java.util.Map;
import javax.media.Buffer;
import javax.media.ResourceUnavailableException;
import javax.media.format.AudioFormat;
import org.jitsi.impl.neomedia.codec.audio.g729.JavaEncoder;

/** Frames of 80 samples become 10 bytes each. */
final class G729Encoder implements AudioEncoder {

  private final JavaEncoder encoder = new JavaEncoder();
  private final byte[] samples = new byte[2 * G729.FRAME_SAMPLES];
  private final Buffer in = new Buffer();
  private final Buffer out = new Buffer();

  G729Encoder() {
    encoder.setOutputFormat(encoder.getSupportedOutputFormats(null)[0]);
    // One frame per call; without it two are gathered.
    encoder.setAdvancedAttributes(Map.of("ptime", "10"));
    in.setFormat(new AudioFormat(AudioFormat.LINEAR, 8000, 16, 1));
    out.setData(new byte[G729.FRAME_BYTES]);
    try {
      encoder.open();
    } catch (ResourceUnavailableException e) {
      throw new IllegalStateException("The G.729 encoder needs no resource and misses one", e);
    }
  }

  @Override
  public int encode(short[] pcm, int count, byte[] payload, int offset) {
    int written = 0;
    for (int from = 0; from + G729.FRAME_SAMPLES <= count; from += G729.FRAME_SAMPLES) {
      for (int i = 0; i < G729.FRAME_SAMPLES; i++) {
        samples[2 * i] = (byte) pcm[from + i];
        samples[2 * i + 1] = (byte) (pcm[from + i] >> 8);
      }
      in.setData(samples);
      in.setOffset(0);
      in.setLength(samples.length);
      out.setOffset(0);
      out.setLength(0);
      encoder.process(in, out);
      System.arraycopy(
          (byte[]) out.getData(), out.getOffset(), payload, offset + written, G729.FRAME_BYTES);
      written += G729.FRAME_BYTES;
    }
    return written;
  }
}
