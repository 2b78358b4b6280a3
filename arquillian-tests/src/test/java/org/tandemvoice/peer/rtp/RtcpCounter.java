package org.tandemvoice.peer.rtp;

import java.nio.ByteBuffer;

/** Counts RTCP that arrives and remembers the last report about this peer (RFC 3550 6.4). */
public final class RtcpCounter {

  private static final int SENDER_REPORT = 200;
  private static final int RECEIVER_REPORT = 201;
  private static final int BYE = 203;

  private int senderReports;
  private int receiverReports;
  private int byes;
  private int lastFractionLost = -1;

  synchronized void add(byte[] bytes, int length) {
    int at = 0;
    while (at + 4 <= length) {
      int type = bytes[at + 1] & 0xFF;
      int blocks = bytes[at] & 0x1F;
      if (type == SENDER_REPORT) {
        senderReports++;
        noteBlock(bytes, at + 28, blocks);
      } else if (type == RECEIVER_REPORT) {
        receiverReports++;
        noteBlock(bytes, at + 8, blocks);
      } else if (type == BYE) {
        byes++;
      }
      at += 4 + 4 * ((bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF);
    }
  }

  private void noteBlock(byte[] bytes, int at, int blocks) {
    if (blocks > 0) {
      lastFractionLost = bytes[at + 4] & 0xFF;
    }
  }

  public synchronized int reports() {
    return senderReports + receiverReports;
  }

  public synchronized int byes() {
    return byes;
  }

  /** In 256ths as the wire has it, -1 before the first report block. */
  public synchronized int lastFractionLost() {
    return lastFractionLost;
  }

  static byte[] senderReport(long ssrc, long timestamp, long packetsSent, RtpRecording recording) {
    ByteBuffer out = ByteBuffer.allocate(52);
    out.put((byte) 0x81).put((byte) SENDER_REPORT).putShort((short) 12).putInt((int) ssrc);
    long nowMs = System.currentTimeMillis();
    out.putInt((int) (nowMs / 1000 + 2_208_988_800L)); // NTP seconds count from 1900
    out.putInt((int) ((nowMs % 1000 << 32) / 1000));
    out.putInt((int) timestamp).putInt((int) packetsSent);
    out.putInt((int) (packetsSent * SoundSource.FRAME));
    out.putInt((int) recording.ssrc()).putInt((int) recording.account().lost() & 0xFFFFFF);
    out.putInt((int) recording.highestSequence());
    out.putInt((int) (recording.account().jitterMs() * 8)).putInt(0).putInt(0);
    return out.array();
  }
}
