package org.tandemvoice.media.engine.jitter;

import java.util.Arrays;

/**
 * Where sound was made up lately: its media time, and its place in what was given to the listener.
 * What follows on without a break is one stretch. Times and places in eight-thousandths of a
 * second.
 */
final class MadeUp {

  private static final int STRETCHES = 16;

  private final long[] times = new long[STRETCHES];
  private final long[] places = new long[STRETCHES];
  private final int[] lengths = new int[STRETCHES];
  private int newest;

  /** So much was made up for that time and given at that place. */
  void note(long time, long place, int length) {
    boolean goesOn =
        lengths[newest] > 0
            && times[newest] + lengths[newest] == time
            && places[newest] + lengths[newest] == place;
    if (goesOn) {
      lengths[newest] += length;
      return;
    }
    newest = (newest + 1) % STRETCHES;
    times[newest] = time;
    places[newest] = place;
    lengths[newest] = length;
  }

  /** How much from that time on was made up in one stretch; 0 if that moment was not. */
  int lengthFrom(long time) {
    int stretch = of(time);
    return stretch < 0 ? 0 : (int) (times[stretch] + lengths[stretch] - time);
  }

  /** The place of that time, if {@link #lengthFrom} is not 0. */
  long placeOf(long time) {
    int stretch = of(time);
    return places[stretch] + time - times[stretch];
  }

  void clear() {
    Arrays.fill(lengths, 0);
  }

  private int of(long time) {
    for (int i = 0; i < STRETCHES; i++) {
      if (time >= times[i] && time < times[i] + lengths[i]) {
        return i;
      }
    }
    return -1;
  }
}
