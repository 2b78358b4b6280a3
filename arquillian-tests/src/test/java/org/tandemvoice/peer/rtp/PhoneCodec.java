package org.tandemvoice.peer.rtp;

import java.util.Arrays;
import org.tandemvoice.media.engine.audio.FrameConverter;
import org.tandemvoice.media.engine.codec.AudioCodec;
import org.tandemvoice.media.engine.codec.AudioCodecs;
import org.tandemvoice.media.engine.codec.AudioDecoder;
import org.tandemvoice.media.engine.codec.AudioEncoder;

/**
 * Codes one direction of one call in frames of 20 ms at 8 kHz. G.711 is written by its definition;
 * what is too long to write again for a test is the engine's own coding, which its unit tests hold
 * against others.
 */
interface PhoneCodec {

  byte[] encode(short[] frame);

  short[] decode(byte[] payload);

  /** A new coder; the name is as in {@link Sdp}. */
  static PhoneCodec of(String encoding) {
    return switch (encoding) {
      case "PCMU/8000" -> new Companded(false);
      case "PCMA/8000" -> new Companded(true);
      default -> new Costly(encoding);
    };
  }

  /** Clock ticks of RTP for each sample at 8 kHz; G.722 counts as if it had 8 kHz (RFC 3551). */
  static int ticksPerSample(String encoding) {
    return Integer.parseInt(encoding.split("/")[1]) / 8000;
  }

  /** G.711. */
  record Companded(boolean isAlaw) implements PhoneCodec {

    @Override
    public byte[] encode(short[] frame) {
      byte[] payload = new byte[frame.length];
      for (int i = 0; i < frame.length; i++) {
        payload[i] = isAlaw ? G711.toAlaw(frame[i]) : G711.toUlaw(frame[i]);
      }
      return payload;
    }

    @Override
    public short[] decode(byte[] payload) {
      short[] audio = new short[payload.length];
      for (int i = 0; i < audio.length; i++) {
        audio[i] = isAlaw ? G711.fromAlaw(payload[i]) : G711.fromUlaw(payload[i]);
      }
      return audio;
    }
  }

  /** G.722, G.729 and Opus. */
  final class Costly implements PhoneCodec {

    private final int rateHz;
    private final AudioEncoder encoder;
    private final AudioDecoder decoder;
    private final FrameConverter toCodec = new FrameConverter();
    private final FrameConverter fromCodec = new FrameConverter();

    Costly(String encoding) {
      String[] parts = encoding.split("/");
      AudioCodec codec =
          AudioCodecs.named(parts[0], Integer.parseInt(parts[1]))
              .orElseThrow(() -> new AssertionError("No test phone speaks " + encoding));
      rateHz = codec.sampleRateHz();
      encoder = codec.encoder();
      decoder = codec.decoder();
    }

    @Override
    public byte[] encode(short[] frame) {
      byte[] payload = new byte[1500];
      short[] converted = toCodec.convert(frame, 8000, rateHz);
      return Arrays.copyOf(payload, encoder.encode(converted, rateHz / 50, payload, 0));
    }

    @Override
    public short[] decode(byte[] payload) {
      short[] audio = new short[rateHz / 50];
      int samples = decoder.decode(payload, 0, payload.length, audio);
      return samples == audio.length
          ? Arrays.copyOf(fromCodec.convert(audio, rateHz, 8000), SoundSource.FRAME)
          : new short[0];
    }
  }
}
