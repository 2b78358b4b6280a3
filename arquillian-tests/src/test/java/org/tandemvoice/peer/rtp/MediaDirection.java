package org.tandemvoice.peer.rtp;

import java.util.Locale;

/** The direction attribute of RFC 3264 5.1. */
public enum MediaDirection {
  SENDRECV,
  SENDONLY,
  RECVONLY,
  INACTIVE;

  public boolean sends() {
    return this == SENDRECV || this == SENDONLY;
  }

  public boolean receives() {
    return this == SENDRECV || this == RECVONLY;
  }

  /** What an answerer that wants everything says to an offer of this direction (RFC 3264 6.1). */
  public MediaDirection answer() {
    return switch (this) {
      case SENDRECV -> SENDRECV;
      case SENDONLY -> RECVONLY;
      case RECVONLY -> SENDONLY;
      case INACTIVE -> INACTIVE;
    };
  }

  public String attribute() {
    return name().toLowerCase(Locale.ROOT);
  }
}
