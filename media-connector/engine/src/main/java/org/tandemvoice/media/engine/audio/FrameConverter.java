package org.tandemvoice.media.engine.audio;

/**
 * Brings the frames of one stream to another rate. Allocates only when the rates have changed, and
 * nothing at all while both are the same.
 */
public final class FrameConverter {

  private static final int FRAMES_PER_SECOND = 50;

  private int fromHz;
  private int toHz;
  private RateConverter converter;
  private short[] converted;

  /** The frame of 20 ms at the other rate; the given one if it has that rate. */
  public short[] convert(short[] frame, int fromRateHz, int toRateHz) {
    if (fromRateHz == toRateHz) {
      return frame;
    }
    if (fromRateHz != fromHz || toRateHz != toHz) {
      fromHz = fromRateHz;
      toHz = toRateHz;
      converter = new RateConverter(fromHz, toHz, fromHz / FRAMES_PER_SECOND);
      converted = new short[toHz / FRAMES_PER_SECOND + 1];
    }
    converter.convert(frame, fromHz / FRAMES_PER_SECOND, converted);
    return converted;
  }
}
