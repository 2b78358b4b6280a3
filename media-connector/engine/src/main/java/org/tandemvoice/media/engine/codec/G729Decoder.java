package org.tandemvoice.media.engine.codec;

import javax.media.Buffer;
import javax.media.ResourceUnavailableException;
import org.jitsi.impl.neomedia.codec.audio.g729.JavaDecoder;

/**
 * Frames of 10 bytes become 80 samples each; a rest of two bytes is a silence frame and ignored.
 */
final class G729Decoder implements AudioDecoder {

  private final JavaDecoder decoder = new JavaDecoder();
  private final byte[] frame = new byte[G729.FRAME_BYTES];
  private final Buffer in = new Buffer();
  private final Buffer out = new Buffer();

  G729Decoder() {
    out.setData(new byte[2 * G729.FRAME_SAMPLES]);
    try {
      decoder.open();
    } catch (ResourceUnavailableException e) {
      throw new IllegalStateException("The G.729 decoder needs no resource and misses one", e);
    }
  }

  @Override
  public int decode(byte[] payload, int offset, int length, short[] pcm) {
    int frames = Math.min(length / G729.FRAME_BYTES, pcm.length / G729.FRAME_SAMPLES);
    for (int f = 0; f < frames; f++) {
      System.arraycopy(payload, offset + f * G729.FRAME_BYTES, frame, 0, G729.FRAME_BYTES);
      in.setData(frame);
      in.setOffset(0);
      in.setLength(G729.FRAME_BYTES);
      out.setOffset(0);
      out.setLength(0);
      decoder.process(in, out);
      byte[] bytes = (byte[]) out.getData();
      int at = out.getOffset();
      for (int i = 0; i < G729.FRAME_SAMPLES; i++) {
        pcm[f * G729.FRAME_SAMPLES + i] =
            (short) (bytes[at + 2 * i + 1] << 8 | bytes[at + 2 * i] & 0xFF);
      }
    }
    return frames * G729.FRAME_SAMPLES;
  }
}
