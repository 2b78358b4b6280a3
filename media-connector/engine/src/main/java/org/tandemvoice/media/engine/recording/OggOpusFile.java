package org.tandemvoice.media.engine.recording;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusSignal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gagravarr.ogg.OggFile;
import org.gagravarr.ogg.OggPacketWriter;
import org.gagravarr.opus.OpusAudioData;
import org.gagravarr.opus.OpusInfo;
import org.gagravarr.opus.OpusTags;

/** Opus in Ogg (RFC 7845) with a page a second, its end cut to the sample. */
final class OggOpusFile implements SoundFile {

  private static final int GRANULES_PER_SECOND = 48_000;
  private static final int MAX_PACKET = 1_275;
  private static final int COMPLEXITY = 4;
  private static final int STEREO_BITS_PER_SECOND = 48_000;
  private static final int PACKETS_PER_PAGE = 50;

  private final OutputStream out;
  private final OggPacketWriter writer;
  private final OpusEncoder encoder;
  private final short[] frame;
  private final byte[] packet = new byte[MAX_PACKET];
  private final int granulesPerSample;
  private final int channels;
  private final int preSkip;
  private int filled;
  private int packetsInPage;
  private long samples;
  private long granule;

  /** The rate must be one that Opus knows. */
  OggOpusFile(Path path, int channels, int sampleRateHz) throws IOException {
    this.channels = channels;
    encoder = encoder(channels, sampleRateHz);
    granulesPerSample = GRANULES_PER_SECOND / sampleRateHz;
    frame = new short[sampleRateHz / 50 * channels];
    preSkip = encoder.getLookahead() * granulesPerSample;
    out = new BufferedOutputStream(Files.newOutputStream(path));
    writer = new OggFile(out).getPacketWriter();
    OpusInfo info = new OpusInfo();
    info.setNumChannels(channels);
    info.setSampleRate(sampleRateHz);
    info.setPreSkip(preSkip);
    // RFC 7845 section 3: each of the two headers ends a page.
    writer.bufferPacket(info.write(), true);
    writer.bufferPacket(new OpusTags().write(), true);
  }

  @Override
  public void write(short[] interleaved, int from, int count) throws IOException {
    for (int at = from; at < from + count; ) {
      int taken = Math.min(frame.length - filled, from + count - at);
      System.arraycopy(interleaved, at, frame, filled, taken);
      filled += taken;
      at += taken;
      if (filled == frame.length) {
        encode();
      }
    }
    samples += count / channels;
  }

  @Override
  public void finish() throws IOException {
    // RFC 7845 section 4.4: the last page's position cuts off what was only filled in.
    long end = preSkip + samples * granulesPerSample;
    while (granule < end) {
      Arrays.fill(frame, filled, frame.length, (short) 0);
      encode();
    }
    writer.setGranulePosition(end);
    writer.close();
    out.close();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void encode() throws IOException {
    int bytes;
    try {
      bytes = encoder.encode(frame, 0, frame.length / channels, packet, 0, packet.length);
    } catch (OpusException e) {
      throw new IOException("Opus could not encode a frame of the recording", e);
    }
    filled = 0;
    // The packets of a page wait until its position is known to be followed by another page.
    if (packetsInPage == PACKETS_PER_PAGE) {
      writer.flush();
      packetsInPage = 0;
    }
    granule += (long) frame.length / channels * granulesPerSample;
    packetsInPage++;
    writer.bufferPacket(new OpusAudioData(Arrays.copyOf(packet, bytes)).write(), granule);
  }

  private static OpusEncoder encoder(int channels, int sampleRateHz) throws IOException {
    try {
      return channels == 1 ? mono(sampleRateHz) : stereo(sampleRateHz);
    } catch (OpusException e) {
      throw new IOException("Opus does not know " + sampleRateHz + " Hz", e);
    }
  }

  private static OpusEncoder mono(int sampleRateHz) throws OpusException {
    OpusEncoder encoder = new OpusEncoder(sampleRateHz, 1, OpusApplication.OPUS_APPLICATION_VOIP);
    encoder.setBitrate(bitRate(sampleRateHz));
    encoder.setComplexity(COMPLEXITY);
    encoder.setSignalType(OpusSignal.OPUS_SIGNAL_VOICE);
    return encoder;
  }

  /** The speech coder and low rates let one side leak into the other, so neither is used. */
  private static OpusEncoder stereo(int sampleRateHz) throws OpusException {
    OpusEncoder encoder = new OpusEncoder(sampleRateHz, 2, OpusApplication.OPUS_APPLICATION_AUDIO);
    encoder.setBitrate(STEREO_BITS_PER_SECOND);
    encoder.setComplexity(COMPLEXITY);
    encoder.setForceChannels(2);
    return encoder;
  }

  private static int bitRate(int sampleRateHz) {
    return sampleRateHz <= 8_000 ? 12_000 : sampleRateHz <= 16_000 ? 20_000 : 32_000;
  }
}
