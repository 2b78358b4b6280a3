package org.tandemvoice.media.engine.rtp;

/**
 * Reads one RTP packet in place (RFC 3550 section 5.1). One instance is reused for every packet of
 * a leg, so nothing is allocated per packet.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |V=2|P|X|  CC   |M|     PT      |       sequence number         |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                           timestamp                           |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |           synchronization source (SSRC) identifier            |
 * +=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+
 * |            contributing source (CSRC) identifiers             |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class RtpPacket {

  /** Bytes of a header without contributing sources and extension. */
  public static final int HEADER_BYTES = 12;

  private byte[] bytes = {};
  private int start;
  private int payloadStart;
  private int payloadBytes;

  /** Points at a packet. False, and nothing to be read, if the bytes are no RTP packet. */
  public boolean wrap(byte[] source, int offset, int length) {
    if (length < HEADER_BYTES || (source[offset] & 0xC0) != 0x80) {
      return false;
    }
    int first = source[offset];
    int headerBytes = HEADER_BYTES + 4 * (first & 0x0F);
    if ((first & 0x10) != 0) {
      if (length < headerBytes + 4) {
        return false;
      }
      // RFC 3550 section 5.3.1: the extension's length counts 32-bit words after its own first
      // word.
      headerBytes += 4 + 4 * BigEndian.readShort(source, offset + headerBytes + 2);
    }
    int paddingBytes = (first & 0x20) == 0 ? 0 : source[offset + length - 1] & 0xFF;
    boolean paddingIsValid = (first & 0x20) == 0 || paddingBytes > 0;
    if (!paddingIsValid || headerBytes + paddingBytes > length) {
      return false;
    }
    bytes = source;
    start = offset;
    payloadStart = offset + headerBytes;
    payloadBytes = length - headerBytes - paddingBytes;
    return true;
  }

  public boolean marker() {
    return (bytes[start + 1] & 0x80) != 0;
  }

  public int payloadType() {
    return bytes[start + 1] & 0x7F;
  }

  public int sequence() {
    return BigEndian.readShort(bytes, start + 2);
  }

  /** Unsigned 32 bits. */
  public long timestamp() {
    return BigEndian.readInt(bytes, start + 4) & 0xFFFFFFFFL;
  }

  public int ssrc() {
    return BigEndian.readInt(bytes, start + 8);
  }

  /**
   * The array that holds the payload, from {@link #payloadOffset()}; valid until the next {@link
   * #wrap}.
   */
  public byte[] array() {
    return bytes;
  }

  public int payloadOffset() {
    return payloadStart;
  }

  public int payloadLength() {
    return payloadBytes;
  }
}
