package org.tandemvoice.media.engine.transport;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Carries datagrams from the one thread that receives to the one that owns the leg, without a lock.
 * Each record is its length, its kind, its time of arrival and its bytes.
 */
public final class PacketRing {

  private static final int CAPACITY = 16384;
  private static final int RECORD_HEADER = 12;

  private final int capacity;
  private final byte[] ring;
  private final byte[] header = new byte[RECORD_HEADER];
  private final ByteBuffer headerOut = ByteBuffer.wrap(header);
  private final byte[] readHeader = new byte[RECORD_HEADER];
  private final ByteBuffer headerIn = ByteBuffer.wrap(readHeader);
  private final AtomicLong head = new AtomicLong();
  private final AtomicLong tail = new AtomicLong();

  public PacketRing() {
    this(CAPACITY);
  }

  /**
   * @param capacity in bytes; a power of two
   */
  public PacketRing(int capacity) {
    this.capacity = capacity;
    this.ring = new byte[capacity];
  }

  /** Called by the receiver only. False if there is no room; the datagram is dropped then. */
  public boolean offer(byte[] datagram, int length, boolean control, long arrivalNanos) {
    long at = tail.getPlain();
    if (at + RECORD_HEADER + length - head.getAcquire() > capacity) {
      return false;
    }
    headerOut.putInt(0, control ? -length : length);
    headerOut.putLong(4, arrivalNanos);
    copyIn(header, RECORD_HEADER, at);
    copyIn(datagram, length, at + RECORD_HEADER);
    tail.setRelease(at + RECORD_HEADER + length);
    return true;
  }

  /**
   * Called by the owner only. Copies the oldest datagram and returns its length, 0 if there is
   * none.
   */
  public int poll(byte[] datagram) {
    long at = head.getPlain();
    if (at == tail.getAcquire()) {
      return 0;
    }
    copyOut(at, readHeader, RECORD_HEADER);
    int length = Math.abs(headerIn.getInt(0));
    copyOut(at + RECORD_HEADER, datagram, length);
    head.setRelease(at + RECORD_HEADER + length);
    return length;
  }

  /** Whether the datagram polled last is RTCP. */
  public boolean polledControl() {
    return headerIn.getInt(0) < 0;
  }

  /** When the datagram polled last arrived. */
  public long polledArrivalNanos() {
    return headerIn.getLong(4);
  }

  private void copyIn(byte[] from, int length, long to) {
    int start = (int) to & capacity - 1;
    int untilEnd = Math.min(length, capacity - start);
    System.arraycopy(from, 0, ring, start, untilEnd);
    System.arraycopy(from, untilEnd, ring, 0, length - untilEnd);
  }

  private void copyOut(long from, byte[] to, int length) {
    int start = (int) from & capacity - 1;
    int untilEnd = Math.min(length, capacity - start);
    System.arraycopy(ring, start, to, 0, untilEnd);
    System.arraycopy(ring, 0, to, untilEnd, length - untilEnd);
  }
}
