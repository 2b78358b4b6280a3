package org.tandemvoice.media;

import java.util.Locale;

/** Who took a call, as far as its first seconds tell. */
public enum Answerer {
  /** Somebody who greets shortly and waits. */
  HUMAN,
  /** Something that talks on, or beeps. */
  MACHINE,
  /** Nobody said anything within the time given. */
  UNKNOWN;

  /** In lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
