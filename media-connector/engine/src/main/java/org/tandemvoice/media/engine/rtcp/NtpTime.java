package org.tandemvoice.media.engine.rtcp;

/**
 * Wall-clock time in the form of RTCP: 32 bits of seconds since 1900, 32 bits of fraction (RFC 3550
 * section 4).
 */
public final class NtpTime {

  private static final long SECONDS_FROM_1900_TO_1970 = 2_208_988_800L;

  private NtpTime() {}

  public static long ofEpochMillis(long epochMillis) {
    long seconds = Math.floorDiv(epochMillis, 1000) + SECONDS_FROM_1900_TO_1970;
    long fraction = ((long) Math.floorMod(epochMillis, 1000) << 32) / 1000;
    return seconds << 32 | fraction;
  }

  /** The middle 32 bits, in units of 1/65536 s, as LSR wants them. */
  public static int middle(long ntp) {
    return (int) (ntp >>> 16);
  }
}
