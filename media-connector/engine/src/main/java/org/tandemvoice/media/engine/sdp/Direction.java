package org.tandemvoice.media.engine.sdp;

import java.util.Locale;
import java.util.Optional;

/** Who sends, seen from the side whose SDP it is in (RFC 3264 section 5.1). */
public enum Direction {
  /** Both send. */
  SENDRECV(true, true),
  /** That side sends and wants nothing: it holds the other. */
  SENDONLY(true, false),
  /** That side only listens. */
  RECVONLY(false, true),
  /** Nobody sends. */
  INACTIVE(false, false);

  private final boolean sends;
  private final boolean receives;

  Direction(boolean sends, boolean receives) {
    this.sends = sends;
    this.receives = receives;
  }

  public boolean sends() {
    return sends;
  }

  public boolean receives() {
    return receives;
  }

  /** The same fact seen from the other side (RFC 3264 section 6.1). */
  public Direction reversed() {
    return of(receives, sends);
  }

  /** What is left when that side receives nothing any more. */
  Direction withoutReceiving() {
    return of(sends, false);
  }

  /** As an attribute's name, for instance {@code sendrecv}. */
  public String attribute() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Direction> named(String attribute) {
    for (Direction direction : values()) {
      if (direction.attribute().equals(attribute)) {
        return Optional.of(direction);
      }
    }
    return Optional.empty();
  }

  private static Direction of(boolean sends, boolean receives) {
    if (sends) {
      return receives ? SENDRECV : SENDONLY;
    }
    return receives ? RECVONLY : INACTIVE;
  }
}
