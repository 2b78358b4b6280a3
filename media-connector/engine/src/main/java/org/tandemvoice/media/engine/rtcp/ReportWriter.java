package org.tandemvoice.media.engine.rtcp;

import java.nio.charset.StandardCharsets;
import org.tandemvoice.media.engine.rtp.BigEndian;

/**
 * Writes compound RTCP packets: SR or RR, SDES with CNAME, and BYE (RFC 3550 section 6.1).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |V=2|P|    RC   |      PT       |     length in words - 1       |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                         SSRC of sender                        |
 * +=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+
 * |     NTP timestamp, RTP timestamp, packets, octets (SR only)   |
 * +=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+
 * |                  SSRC of the reported source                  |
 * | fraction lost |       cumulative number of packets lost       |
 * |           extended highest sequence number received           |
 * |                      interarrival jitter                      |
 * |                         last SR (LSR)                         |
 * |                   delay since last SR (DLSR)                  |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
final class ReportWriter {

  static final int SENDER_REPORT = 200;
  static final int RECEIVER_REPORT = 201;
  static final int SOURCE_DESCRIPTION = 202;
  static final int BYE = 203;

  private static final int CNAME_ITEM = 1;

  private final byte[] packet;
  private final byte[] canonicalName;
  private int length;

  ReportWriter(byte[] packet, String canonicalName) {
    this.packet = packet;
    this.canonicalName = canonicalName.getBytes(StandardCharsets.US_ASCII);
  }

  void start() {
    length = 0;
  }

  int length() {
    return length;
  }

  void senderReport(int ssrc, long ntp, int rtpTime, long packets, long octets) {
    header(0, SENDER_REPORT, 6);
    word(ssrc);
    word((int) (ntp >>> 32));
    word((int) ntp);
    word(rtpTime);
    word((int) packets);
    word((int) octets);
  }

  void receiverReport(int ssrc) {
    header(0, RECEIVER_REPORT, 1);
    word(ssrc);
  }

  /** Adds a block to the report written last, which must be the first packet. */
  void block(ReceptionStatistics statistics, int lastSenderReport, int delaySinceLastSenderReport) {
    packet[0]++;
    BigEndian.writeShort(packet, 2, BigEndian.readShort(packet, 2) + 6);
    word(statistics.ssrc());
    int lost = (int) Math.min(0x7FFFFF, statistics.lost());
    word(statistics.fractionLost() << 24 | lost);
    word(statistics.extendedHighest());
    word((int) statistics.jitterSamples());
    word(lastSenderReport);
    word(delaySinceLastSenderReport);
  }

  void sourceDescription(int ssrc) {
    int itemBytes = 2 + canonicalName.length;
    int words = 1 + itemBytes / 4 + 1;
    header(1, SOURCE_DESCRIPTION, words);
    word(ssrc);
    int end = length + 4 * (words - 1);
    packet[length++] = CNAME_ITEM;
    packet[length++] = (byte) canonicalName.length;
    System.arraycopy(canonicalName, 0, packet, length, canonicalName.length);
    length += canonicalName.length;
    // RFC 3550 section 6.5: one to four null octets end the list of items.
    while (length < end) {
      packet[length++] = 0;
    }
  }

  void bye(int ssrc) {
    header(1, BYE, 1);
    word(ssrc);
  }

  private void header(int count, int type, int words) {
    packet[length] = (byte) (0x80 | count);
    packet[length + 1] = (byte) type;
    BigEndian.writeShort(packet, length + 2, words);
    length += 4;
  }

  private void word(int value) {
    BigEndian.writeInt(packet, length, value);
    length += 4;
  }
}
