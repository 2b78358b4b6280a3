package org.tandemvoice.flow.control;

import java.util.Arrays;
import java.util.List;
import org.tandemvoice.json.control.JsonFields;

/** How the conditions of a flow compare: {@code ==}, {@code !=}, {@code >}, and so on. */
public enum Comparison {
  EQUAL("=="),
  NOT_EQUAL("!="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  LESS("<"),
  LESS_OR_EQUAL("<=");

  private static final int LONGEST = 16;

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  /** The option {@code condition}; {@code ==} if it is missing. */
  public static Comparison from(JsonFields options) {
    String text = options.text("condition", LONGEST);
    List<String> signs = Arrays.stream(values()).map(comparison -> comparison.sign).toList();
    if (text.isEmpty()) {
      return EQUAL;
    }
    if (!signs.contains(text)) {
      throw options.invalid("condition", "is \"" + text + "\": give one of " + signs);
    }
    return values()[signs.indexOf(text)];
  }

  public <T extends Comparable<? super T>> boolean holds(T left, T right) {
    int order = left.compareTo(right);
    return switch (this) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
    };
  }
}
