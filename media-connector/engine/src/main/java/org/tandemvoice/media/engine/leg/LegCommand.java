package org.tandemvoice.media.engine.leg;

/**
 * Something another thread wants of a leg; run by the leg's owner thread at the next frame, in the
 * order given.
 */
@FunctionalInterface
public interface LegCommand {

  void run(Leg leg);

  /** The leg was closed before its turn came. */
  default void discard() {}
}
