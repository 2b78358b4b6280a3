package org.tandemvoice.peer.rtp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Codes what a phone says, frame by frame, into packets of the length it likes; Opus knows 20 ms
 * only.
 */
final class Speech {

  /** What goes into one packet; the timestamp is of the RTP clock. */
  record Piece(long timestamp, byte[] payload) {}

  private static final int FRAME_MS = 20;

  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private String encoding = "";
  private PhoneCodec codec;
  private int frames;
  private long since;

  /** Codes as that from now on. */
  void in(String newEncoding) {
    if (!newEncoding.equals(encoding)) {
      encoding = newEncoding;
      codec = PhoneCodec.of(newEncoding);
      pause();
    }
  }

  /** What waits for the rest of its packet is left out. */
  void pause() {
    waiting.reset();
    frames = 0;
  }

  /**
   * Takes a frame that begins at that time, in samples at 8 kHz; gives the packets it completes.
   */
  List<Piece> add(short[] frame, long timestamp, int packetMs) {
    if (frames == 0) {
      since = timestamp;
    }
    waiting.writeBytes(codec.encode(frame));
    frames++;
    if (frames * FRAME_MS < packetMs) {
      return List.of();
    }
    byte[] all = waiting.toByteArray();
    pause();
    int parts = Math.max(1, FRAME_MS / packetMs);
    int ticks = PhoneCodec.ticksPerSample(encoding);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      long time = (since + i * SoundSource.FRAME / parts) * ticks;
      int from = all.length * i / parts;
      pieces.add(new Piece(time, Arrays.copyOfRange(all, from, all.length * (i + 1) / parts)));
    }
    return pieces;
  }
}
