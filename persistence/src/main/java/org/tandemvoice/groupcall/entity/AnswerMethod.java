package org.tandemvoice.groupcall.entity;

import java.util.Optional;

/** What becomes of the other destinations when one answers (inventory section 15). */
public enum AnswerMethod {
  /** Nothing was said: they are hung up (C-08). */
  UNSET(""),
  /** They are hung up. */
  HANGUP_OTHERS("hangup_others");

  private final String text;

  AnswerMethod(String text) {
    this.text = text;
  }

  /** As it was given: empty if it was not. */
  public String text() {
    return text;
  }

  /** Empty if it is none. */
  public static Optional<AnswerMethod> of(String text) {
    return switch (text) {
      case "" -> Optional.of(UNSET);
      case "hangup_others" -> Optional.of(HANGUP_OTHERS);
      default -> Optional.empty();
    };
  }
}
