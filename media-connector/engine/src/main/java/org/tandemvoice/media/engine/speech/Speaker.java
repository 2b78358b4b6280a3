package org.tandemvoice.media.engine.speech;

import java.util.Locale;

/**
 * Who is to speak.
 *
 * @param language BCP 47 tag
 * @param voiceId a provider's own name of a voice; empty for the default voice of the language
 * @param gender of the default voice
 */
public record Speaker(String language, String voiceId, Gender gender) {

  /** What is known of the voice asked for. */
  public enum Gender {
    /** Any will do. */
    ANY,
    /** A woman's. */
    FEMALE,
    /** A man's. */
    MALE;

    static Gender of(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "female" -> FEMALE;
        case "male" -> MALE;
        default -> ANY;
      };
    }
  }

  /** In place of a voice's name, {@code female}, {@code male} and {@code neutral} tell its kind. */
  public static Speaker of(String language, String voice) {
    Gender gender = Gender.of(voice);
    boolean isName = gender == Gender.ANY && !voice.equalsIgnoreCase("neutral");
    return new Speaker(language, isName ? voice : "", gender);
  }

  /** The default voice of the same language, for a provider that does not have the named one. */
  Speaker byDefaultVoice() {
    return new Speaker(language, "", gender);
  }

  /** The primary subtag of the language: {@code en} of {@code en-US}. */
  String primaryLanguage() {
    return primary(language);
  }

  static String primary(String language) {
    return Locale.forLanguageTag(language.replace('_', '-')).getLanguage();
  }
}
