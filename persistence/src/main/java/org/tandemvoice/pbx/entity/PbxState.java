package org.tandemvoice.pbx.entity;

import java.util.Locale;

/** How far a registration has come. */
public enum PbxState {
  /** Not answered yet since it was made or changed. */
  REGISTERING,
  /** The telephone system sends calls until the registration expires. */
  REGISTERED,
  /** Refused, or not answered; tried again later. */
  FAILED,
  /** Deleted here; the telephone system is being told. */
  UNREGISTERING,
  /** Deleted on both sides, as far as can be known. */
  UNREGISTERED;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this state may follow that one. */
  boolean mayFollow(PbxState before) {
    return switch (this) {
      case REGISTERING, REGISTERED, FAILED -> before.ordinal() < UNREGISTERING.ordinal();
      case UNREGISTERING -> before != UNREGISTERED;
      case UNREGISTERED -> before == UNREGISTERING;
    };
  }
}
