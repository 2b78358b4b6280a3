package org.tandemvoice.media.engine.rtcp;

import java.time.Clock;
import org.tandemvoice.media.engine.rtp.BigEndian;

/**
 * The RTCP of one leg: when to report, what to report, and the round trip learned from the other
 * side's reports.
 */
public final class RtcpSession {

  /** Largest compound packet we write. */
  public static final int MAX_BYTES = 256;

  private static final long INTERVAL_NANOS = 5_000_000_000L;
  private static final int BLOCK_BYTES = 24;

  /** Two milliseconds: the wall clock may tick between the two readings. */
  private static final int CLOCK_STEP = 131;

  private final Clock clock;
  private final ReceptionStatistics reception;
  private final int ssrc;
  private final byte[] packet = new byte[MAX_BYTES];
  private final ReportWriter writer;
  private long dueNanos;
  private int lastSenderReport;
  private long lastSenderReportNanos;
  private int reportedSsrc;
  private volatile double roundTripMs;
  private int lossPercent;

  public RtcpSession(Clock clock, ReceptionStatistics reception, int ssrc, String canonicalName) {
    this.clock = clock;
    this.reception = reception;
    this.ssrc = ssrc;
    this.writer = new ReportWriter(packet, canonicalName);
  }

  /** Whether the next report is due; the first comes half an interval after {@link #start}. */
  public boolean isDue(long nowNanos) {
    return nowNanos - dueNanos >= 0;
  }

  public void start(long nowNanos) {
    dueNanos = nowNanos + INTERVAL_NANOS / 2;
  }

  /** Writes SR (or RR if nothing was sent) and SDES into {@link #packet()}; returns its length. */
  public int report(long nowNanos, int rtpTime, long packetsSent, long octetsSent) {
    dueNanos = nowNanos + INTERVAL_NANOS;
    writeReport(nowNanos, rtpTime, packetsSent, octetsSent);
    return writer.length();
  }

  /** Writes the farewell of RFC 3550 section 6.6: a report, SDES and BYE. */
  public int farewell(long nowNanos, int rtpTime, long packetsSent, long octetsSent) {
    writeReport(nowNanos, rtpTime, packetsSent, octetsSent);
    writer.bye(ssrc);
    return writer.length();
  }

  public byte[] packet() {
    return packet;
  }

  /** 0 until the other side has reported on us. */
  public double roundTripMs() {
    return roundTripMs;
  }

  /** What the other side lost of what we sent, by its last report; 0 until there is one. */
  public int lossPercent() {
    return lossPercent;
  }

  /**
   * Reads a compound packet that came at {@code arrivalNanos}; stops at the first thing that is not
   * RTCP.
   */
  public void receive(byte[] bytes, int length, long arrivalNanos) {
    int offset = 0;
    while (offset + 8 <= length && (bytes[offset] & 0xC0) == 0x80) {
      int end = offset + 4 * (BigEndian.readShort(bytes, offset + 2) + 1);
      if (end > length) {
        return;
      }
      int type = bytes[offset + 1] & 0xFF;
      int blocks = bytes[offset] & 0x1F;
      if (type == ReportWriter.SENDER_REPORT && end - offset >= 28) {
        reportedSsrc = BigEndian.readInt(bytes, offset + 4);
        lastSenderReport =
            BigEndian.readInt(bytes, offset + 8) << 16 | BigEndian.readShort(bytes, offset + 12);
        lastSenderReportNanos = arrivalNanos;
        readBlocks(bytes, offset + 28, Math.min(blocks, (end - offset - 28) / BLOCK_BYTES));
      } else if (type == ReportWriter.RECEIVER_REPORT) {
        readBlocks(bytes, offset + 8, Math.min(blocks, (end - offset - 8) / BLOCK_BYTES));
      }
      offset = end;
    }
  }

  private void readBlocks(byte[] bytes, int from, int blocks) {
    for (int i = 0; i < blocks; i++) {
      int block = from + i * BLOCK_BYTES;
      if (BigEndian.readInt(bytes, block) != ssrc) {
        continue;
      }
      // RFC 3550 section 6.4.1: the fraction lost is in 256ths.
      lossPercent = (bytes[block + 4] & 0xFF) * 100 / 256;
      int echoed = BigEndian.readInt(bytes, block + 16);
      if (echoed != 0) {
        // RFC 3550 section 6.4.1: arrival - LSR - DLSR, in units of 1/65536 s.
        int now = NtpTime.middle(NtpTime.ofEpochMillis(clock.millis()));
        int roundTrip = now - echoed - BigEndian.readInt(bytes, block + 20);
        if (roundTrip >= -CLOCK_STEP) {
          roundTripMs = Math.max(0.1, roundTrip * 1000.0 / 65536);
        }
      }
    }
  }

  private void writeReport(long nowNanos, int rtpTime, long packetsSent, long octetsSent) {
    writer.start();
    if (packetsSent > 0) {
      long ntp = NtpTime.ofEpochMillis(clock.millis());
      writer.senderReport(ssrc, ntp, rtpTime, packetsSent, octetsSent);
    } else {
      writer.receiverReport(ssrc);
    }
    if (reception.received() > 0) {
      boolean known = lastSenderReport != 0 && reportedSsrc == reception.ssrc();
      int delay = known ? (int) ((nowNanos - lastSenderReportNanos) / 1000 * 65536 / 1_000_000) : 0;
      writer.block(reception, known ? lastSenderReport : 0, delay);
    }
    writer.sourceDescription(ssrc);
  }
}
