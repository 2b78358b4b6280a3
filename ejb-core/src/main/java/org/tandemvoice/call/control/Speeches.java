package org.tandemvoice.call.control;

import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.media.Prompt;

/** Reads what shall be spoken (inventory section 19). */
public final class Speeches {

  /** As for the speakings of the contract (section 10). */
  private static final int LONGEST_TEXT = 5000;

  private static final int LONGEST_NAME = 255;
  private static final String DEFAULT_LANGUAGE = "en-US";

  private Speeches() {}

  /**
   * Reads {@code text} (plain or SSML), {@code language} (default en-US), {@code provider} and
   * {@code voice_id}.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} naming the
   *     field
   */
  public static Prompt.Speech from(JsonFields fields) {
    String language = fields.text("language", LONGEST_NAME);
    return new Prompt.Speech(
        fields.requiredText("text", LONGEST_TEXT),
        language.isEmpty() ? DEFAULT_LANGUAGE : language,
        fields.text("provider", LONGEST_NAME),
        fields.text("voice_id", LONGEST_NAME));
  }
}
