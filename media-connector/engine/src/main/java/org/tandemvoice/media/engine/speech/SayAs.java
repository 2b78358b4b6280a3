package org.tandemvoice.media.engine.speech;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes out what a {@code say-as} element means, for voices that would read it otherwise. */
final class SayAs {

  private static final Pattern MONEY =
      Pattern.compile(
          "([$\u20ac\u00a3\u00a5]|[A-Z]{3})?\\s*([\\d,]+)(?:\\.(\\d{2}))?\\s*([A-Z]{3})?");

  /** Of each currency: one, many, a hundredth, hundredths. */
  private static final Map<String, String[]> CURRENCIES =
      Map.of(
          "USD", new String[] {"dollar", "dollars", "cent", "cents"},
          "EUR", new String[] {"euro", "euros", "cent", "cents"},
          "GBP", new String[] {"pound", "pounds", "penny", "pence"},
          "JPY", new String[] {"yen", "yen", "sen", "sen"},
          "CHF", new String[] {"franc", "francs", "centime", "centimes"});

  private static final Map<String, String> SIGNS =
      Map.of("$", "USD", "\u20ac", "EUR", "\u00a3", "GBP", "\u00a5", "JPY");

  private SayAs() {}

  /** The words to speak for a text of that kind; the text itself if the kind needs no help. */
  static String words(String text, String interpretAs) {
    String given = text.strip();
    return switch (interpretAs.toLowerCase(Locale.ROOT)) {
      case "characters", "spell-out", "verbatim" -> spelled(given);
      case "digits", "telephone" -> digits(given);
      case "ordinal" -> ordinal(given);
      case "currency" -> currency(given);
      case "expletive", "bleep" -> "beep";
      default -> given;
    };
  }

  private static String spelled(String text) {
    return text.codePoints()
        .filter(c -> !Character.isWhitespace(c))
        .mapToObj(Character::toString)
        .collect(Collectors.joining(", "));
  }

  /** Groups stay groups: a comma is a short pause. */
  private static String digits(String text) {
    StringBuilder words = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (Character.isDigit(c)) {
        words.append(c).append(' ');
      } else if (c == '+') {
        words.append("plus ");
      } else if (words.length() > 0 && words.charAt(words.length() - 1) == ' ') {
        words.setCharAt(words.length() - 1, ',');
        words.append(' ');
      }
    }
    return words.toString().replace(", ,", ",").strip();
  }

  private static String ordinal(String text) {
    if (!text.matches("\\d{1,9}")) {
      return text;
    }
    int number = Integer.parseInt(text);
    boolean isTeen = number / 10 % 10 == 1;
    String suffix =
        switch (isTeen ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return text + suffix;
  }

  private static String currency(String text) {
    Matcher matcher = MONEY.matcher(text);
    if (!matcher.matches()) {
      return text;
    }
    String sign = matcher.group(1) == null ? matcher.group(4) : matcher.group(1);
    String[] names = sign == null ? null : CURRENCIES.get(SIGNS.getOrDefault(sign, sign));
    if (names == null) {
      return text;
    }
    String whole = matcher.group(2).replace(",", "");
    String words = whole + " " + (whole.equals("1") ? names[0] : names[1]);
    String hundredths = matcher.group(3);
    if (hundredths == null || hundredths.equals("00")) {
      return words;
    }
    int parts = Integer.parseInt(hundredths);
    return words + " and " + parts + " " + (parts == 1 ? names[2] : names[3]);
  }
}
