package org.tandemvoice.media.engine.prompt;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Says whether long sounds may still be taken into memory. It looks at the part of the heap where
 * big arrays live, so that garbage of everyday work does not count.
 */
final class HeapWatch {

  private static final double LIMIT = 0.65;

  private final LongSupplier used;
  private final long maxBytes;

  HeapWatch(LongSupplier used, long maxBytes) {
    this.used = used;
    this.maxBytes = maxBytes;
  }

  /** The heap of this JVM. */
  static HeapWatch ofThisJvm() {
    LongSupplier used =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && holdsOldObjects(pool))
            .findFirst()
            .<LongSupplier>map(pool -> () -> pool.getUsage().getUsed())
            .orElse(() -> 0L);
    return new HeapWatch(used, Runtime.getRuntime().maxMemory());
  }

  boolean isTight() {
    return used.getAsLong() > LIMIT * maxBytes;
  }

  private static boolean holdsOldObjects(MemoryPoolMXBean pool) {
    String name = pool.getName().toLowerCase(Locale.ROOT);
    return name.contains("old") || name.contains("tenured") || name.contains("zheap");
  }
}
