package org.tandemvoice.media.engine.rtp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in network byte order inside a byte array. */
public final class BigEndian {

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private BigEndian() {}

  /** Unsigned 16 bits. */
  public static int readShort(byte[] bytes, int offset) {
    return (short) SHORT.get(bytes, offset) & 0xFFFF;
  }

  public static int readInt(byte[] bytes, int offset) {
    return (int) INT.get(bytes, offset);
  }

  public static void writeShort(byte[] bytes, int offset, int value) {
    SHORT.set(bytes, offset, (short) value);
  }

  public static void writeInt(byte[] bytes, int offset, int value) {
    INT.set(bytes, offset, value);
  }
}
