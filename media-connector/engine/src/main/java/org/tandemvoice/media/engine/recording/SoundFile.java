package org.tandemvoice.media.engine.recording;

import java.io.Closeable;
import java.io.IOException;

/** A sound file that is being written. Closing without {@link #finish} leaves it unfinished. */
interface SoundFile extends Closeable {

  /** Appends samples, those of the channels by turns. */
  void write(short[] interleaved, int from, int count) throws IOException;

  /** Writes what the format wants at the end; nothing can be appended any more. */
  void finish() throws IOException;
}
