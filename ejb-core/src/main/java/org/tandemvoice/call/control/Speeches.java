package org.tandemvoice.call.control;

import java.util.Optional;
import java.util.Set;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.media.SpeechMarkup;

/** Reads what shall be spoken (inventory section 19). */
public final class Speeches {

  /** As for the speakings of the contract (section 10). */
  private static final int LONGEST_TEXT = 5000;

  private static final int LONGEST_NAME = 255;
  private static final String DEFAULT_LANGUAGE = "en-US";
  private static final Set<String> GENDERS = Set.of("female", "male", "neutral");

  private Speeches() {}

  /**
   * Reads {@code text} (plain or SSML), {@code language} (default en-US), {@code provider} and
   * {@code voice_id}, or {@code gender} (female, male, neutral) in place of a voice.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} naming the
   *     field
   */
  public static Prompt.Speech from(JsonFields fields) {
    String language = fields.text("language", LONGEST_NAME);
    String text = fields.requiredText("text", LONGEST_TEXT);
    Optional<String> fault = SpeechMarkup.fault(text);
    if (fault.isPresent()) {
      throw fields.invalid("text", "cannot be spoken: " + fault.get());
    }
    String voiceId = fields.text("voice_id", LONGEST_NAME);
    String gender = fields.text("gender", LONGEST_NAME);
    if (!gender.isEmpty() && !GENDERS.contains(gender)) {
      throw fields.invalid("gender", "is \"" + gender + "\": give female, male or neutral");
    }
    return new Prompt.Speech(
        text,
        language.isEmpty() ? DEFAULT_LANGUAGE : language,
        fields.text("provider", LONGEST_NAME),
        voiceId.isEmpty() ? gender : voiceId);
  }
}
