package org.tandemvoice.queue.entity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The states of a caller in a queue (contract section 9). */
public enum QueuecallStatus {
  /** Has come and is being answered. */
  INITIATING,
  /** Waits for an agent. */
  WAITING,
  /** Still waits; an agent rings. */
  CONNECTING,
  /** Is being taken out of the queue. */
  KICKING,
  /** Talks to an agent. */
  SERVICE,
  /** Has been served. */
  DONE,
  /** Is gone without having been served. */
  ABANDONED;

  /** The states that may follow this one. */
  public Set<QueuecallStatus> next() {
    return switch (this) {
      case INITIATING -> EnumSet.of(WAITING, KICKING, ABANDONED);
      case WAITING -> EnumSet.of(CONNECTING, KICKING, ABANDONED);
      case CONNECTING -> EnumSet.of(WAITING, SERVICE, KICKING, ABANDONED);
      case KICKING -> EnumSet.of(ABANDONED);
      case SERVICE -> EnumSet.of(DONE);
      case DONE, ABANDONED -> EnumSet.noneOf(QueuecallStatus.class);
    };
  }

  /** Whether the caller waits, rung for or not. */
  public boolean isWaiting() {
    return this == INITIATING || this == WAITING || this == CONNECTING;
  }

  public boolean isFinal() {
    return this == DONE || this == ABANDONED;
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
