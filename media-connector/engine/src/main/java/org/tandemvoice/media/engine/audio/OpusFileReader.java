package org.tandemvoice.media.engine.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.opus.OpusAudioData;
import org.gagravarr.opus.OpusFile;
import org.tandemvoice.media.engine.codec.AudioDecoder;
import org.tandemvoice.media.engine.codec.Opus;

/** Reads Ogg files with Opus (RFC 7845), also our own recordings. */
final class OpusFileReader {

  private static final int RATE_HZ = 48_000;

  /** RFC 6716 section 3.1: a packet holds 120 ms at most. */
  private static final int MAX_PACKET_SAMPLES = RATE_HZ * 120 / 1000;

  private OpusFileReader() {}

  static Pcm read(byte[] file) throws AudioFormatException {
    SampleStore store = new SampleStore(RATE_HZ);
    AudioDecoder decoder = new Opus().decoder();
    short[] pcm = new short[MAX_PACKET_SAMPLES];
    long end = -1;
    int preSkip;
    try (OpusFile opus = new OpusFile(new OggFile(new ByteArrayInputStream(file)))) {
      preSkip = opus.getInfo().getPreSkip();
      for (OpusAudioData packet = opus.getNextAudioPacket();
          packet != null;
          packet = opus.getNextAudioPacket()) {
        byte[] data = packet.getData();
        store.add(pcm, decoder.decode(data, 0, data.length, pcm), 1);
        end = packet.getGranulePosition();
      }
    } catch (IOException | RuntimeException e) {
      throw new AudioFormatException("The Ogg file is damaged");
    }
    if (store.size() == 0) {
      throw new AudioFormatException("The Ogg file has no Opus sound in it");
    }
    // RFC 7845 section 4.4: the last position tells where the sound ends.
    store.truncate(end);
    store.drop(preSkip);
    return store.pcm();
  }
}
