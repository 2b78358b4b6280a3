package org.tandemvoice.media;

/** What of a party's sound is held back. */
public enum MuteDirection {
  /** Nothing. */
  NONE(false, false),
  /** The party hears nothing: neither others nor prompts nor music. */
  IN(true, false),
  /** Nobody hears the party. Its digits are still received. */
  OUT(false, true),
  /** Complete silence. */
  BOTH(true, true);

  private final boolean deafens;
  private final boolean silences;

  MuteDirection(boolean deafens, boolean silences) {
    this.deafens = deafens;
    this.silences = silences;
  }

  /** Whether the party hears nothing. */
  public boolean deafens() {
    return deafens;
  }

  /** Whether the party is not heard. */
  public boolean silences() {
    return silences;
  }
}
