package org.tandemvoice.media.engine.rtcp;

/**
 * Estimates how a listener would judge a call, by the E-model with default values (ITU-T G.107,
 * G.113 appendix I).
 */
public final class EModel {

  private static final double BASIC_R = 93.2;
  private static final double PACKET_LOSS_ROBUSTNESS = 25.1;

  private EModel() {}

  /**
   * Mean opinion score of G.711 with concealment, 1 to 4.5.
   *
   * @param oneWayDelayMs mouth to ear
   * @param lossPercent of packets not played, at random
   */
  public static double mos(double oneWayDelayMs, double lossPercent) {
    double delayImpairment = 0.024 * oneWayDelayMs + 0.11 * Math.max(0, oneWayDelayMs - 177.3);
    double equipmentImpairment = 95 * lossPercent / (lossPercent + PACKET_LOSS_ROBUSTNESS);
    double r = Math.max(0, Math.min(100, BASIC_R - delayImpairment - equipmentImpairment));
    // ITU-T G.107 annex B.
    double mos = 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6;
    return Math.max(1, Math.min(4.5, mos));
  }
}
