package org.tandemvoice.call.control;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.media.MediaSession;

/**
 * Keys to be pressed one after another (inventory section 13, contract section 11).
 *
 * @param keys one to a hundred of {@code 0-9 A-D * #}
 * @param durationMs of each press
 * @param intervalMs between two presses
 */
public record Digits(String keys, int durationMs, int intervalMs) {

  private static final int MOST = 100;
  private static final Pattern KEYS = Pattern.compile("[0-9A-D*#]+");

  /**
   * Reads {@code digits}, {@code duration} (default 250) and {@code interval} (default 100).
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} naming the
   *     field
   */
  public static Digits from(JsonFields fields) {
    String keys = fields.requiredText("digits", MOST).toUpperCase(Locale.ROOT);
    if (!KEYS.matcher(keys).matches()) {
      throw fields.invalid(
          "digits", "is \"" + fields.text("digits") + "\": give keys of 0-9, A-D, * and #");
    }
    return new Digits(
        keys,
        (int) fields.integer("duration", 250, 100, 1_000),
        (int) fields.integer("interval", 100, 0, 5_000));
  }

  /** Presses them towards the party of this session. */
  public void press(MediaSession session, UUID sendingId) {
    session.sendDigits(sendingId, keys, durationMs, intervalMs);
  }
}
