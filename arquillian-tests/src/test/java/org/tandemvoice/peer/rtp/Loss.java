package org.tandemvoice.peer.rtp;

import java.util.Random;

/** Loses packets at random, but from its start on the same ones in every run. */
final class Loss {

  private static final long SEED = 1;

  private final double share;
  private final Random random = new Random(SEED);
  private boolean wasLost;
  private int inARow;

  private Loss(double share) {
    this.share = share;
  }

  static Loss none() {
    return new Loss(0);
  }

  static Loss of(double share) {
    return new Loss(share);
  }

  /** Whether the next packet does not arrive. */
  synchronized boolean takesNext() {
    boolean isLost = random.nextDouble() < share;
    if (isLost && wasLost) {
      inARow++;
    }
    wasLost = isLost;
    return isLost;
  }

  /** Packets that were lost directly after another. */
  synchronized int inARow() {
    return inARow;
  }
}
