package org.tandemvoice.media.engine.audio;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import com.jcraft.jogg.SyncState;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;

/** Reads Ogg files with Vorbis by JOrbis: the first Vorbis stream of the file. */
final class VorbisReader {

  private static final int HEADERS = 3;
  private static final int MAX_CHANNELS = 8;
  private static final int MAX_RATE = 192_000;

  private final SyncState sync = new SyncState();
  private final StreamState stream = new StreamState();
  private final Page page = new Page();
  private final Packet packet = new Packet();
  private final Info info = new Info();
  private final Comment comment = new Comment();
  private final DspState state = new DspState();
  private Block block;
  private SampleStore store;
  private boolean begun;
  private int serial;
  private int headers;
  private long position = -1;

  private VorbisReader() {}

  static Pcm read(byte[] file) throws AudioFormatException {
    try {
      return new VorbisReader().readAll(file);
    } catch (RuntimeException e) {
      // The library trusts the file: a damaged one shows as an index out of bounds.
      throw new AudioFormatException("The Ogg file is damaged");
    }
  }

  private Pcm readAll(byte[] file) throws AudioFormatException {
    sync.init();
    info.init();
    comment.init();
    int at = sync.buffer(file.length);
    System.arraycopy(file, 0, sync.data, at, file.length);
    sync.wrote(file.length);
    for (int found = sync.pageout(page); found != 0; found = sync.pageout(page)) {
      if (found > 0) {
        readPage();
      }
    }
    if (store == null || store.size() == 0) {
      throw new AudioFormatException("The Ogg file has no Vorbis sound in it");
    }
    if (position >= 0) {
      store.truncate(position);
    }
    return store.pcm();
  }

  private void readPage() throws AudioFormatException {
    if (!begun && page.bos() != 0) {
      serial = page.serialno();
      stream.init(serial);
      begun = true;
    }
    if (!begun || page.serialno() != serial) {
      return;
    }
    stream.pagein(page);
    for (int found = stream.packetout(packet); found != 0; found = stream.packetout(packet)) {
      if (found > 0) {
        readPacket();
      }
    }
    if (page.eos() != 0) {
      position = page.granulepos();
    }
  }

  private void readPacket() throws AudioFormatException {
    if (headers < HEADERS) {
      if (info.synthesis_headerin(comment, packet) < 0) {
        throw new AudioFormatException("The Ogg file has neither Vorbis nor Opus in it");
      }
      headers++;
      if (headers == HEADERS) {
        begin();
      }
    } else if (block.synthesis(packet) == 0) {
      state.synthesis_blockin(block);
      take();
    }
  }

  private void begin() throws AudioFormatException {
    if (info.channels < 1
        || info.channels > MAX_CHANNELS
        || info.rate < 1
        || info.rate > MAX_RATE) {
      throw new AudioFormatException(
          "The Ogg file has " + info.channels + " channels at " + info.rate + " Hz");
    }
    state.synthesis_init(info);
    block = new Block(state);
    store = new SampleStore(info.rate);
  }

  private void take() throws AudioFormatException {
    float[][][] pcm = new float[1][][];
    int[] starts = new int[info.channels];
    for (int count = state.synthesis_pcmout(pcm, starts);
        count > 0;
        count = state.synthesis_pcmout(pcm, starts)) {
      for (int i = 0; i < count; i++) {
        float sum = 0;
        for (int c = 0; c < info.channels; c++) {
          sum += pcm[0][c][starts[c] + i];
        }
        store.add(sum / info.channels);
      }
      state.synthesis_read(count);
    }
  }
}
