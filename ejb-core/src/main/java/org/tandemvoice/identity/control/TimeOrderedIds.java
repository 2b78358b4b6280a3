package org.tandemvoice.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that grow with time, so that primary keys are written in order: UUID version 7 (RFC 9562
 * section 5.7), and plain positions for rows that are read in order.
 */
@ApplicationScoped
public class TimeOrderedIds {

  private static final int POSITION_BITS = 20;

  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();
  private Clock clock;

  protected TimeOrderedIds() {}

  @Inject
  public TimeOrderedIds(Clock clock) {
    this.clock = clock;
  }

  /**
   * A new UUID version 7: 48 bits of Unix milliseconds, 12 bits of counter within them (RFC 9562
   * section 6.2, method 1), 62 random bits. Each is greater than all before it in this process.
   */
  public UUID next() {
    long position = position();
    long millis = position >>> POSITION_BITS;
    long counter = position >>> (POSITION_BITS - 12) & 0xFFF;
    long high = millis << 16 | 0x7000 | counter;
    long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /**
   * A number greater than all before it in this process, and than those of an earlier process whose
   * clock was not ahead: milliseconds since 1970 in the upper 44 bits, a counter in the lower 20.
   */
  public long position() {
    long now = clock.millis() << POSITION_BITS;
    // A step of 256 keeps the counter bits of two ids apart, since an id shows the upper 12 of 20.
    return last.updateAndGet(previous -> Math.max(previous + 256, now));
  }
}
