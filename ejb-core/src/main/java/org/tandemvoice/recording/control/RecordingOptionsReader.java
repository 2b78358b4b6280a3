package org.tandemvoice.recording.control;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.recording.entity.RecordingChannels;
import org.tandemvoice.recording.entity.RecordingDirection;
import org.tandemvoice.recording.entity.RecordingFormat;
import org.tandemvoice.recording.entity.RecordingOptions;

/**
 * Reads what a client wants recorded: {@code direction}, {@code format}, {@code channels}, {@code
 * sample_rate}, {@code duration} and {@code end_of_silence} in seconds, {@code end_of_key}, {@code
 * on_end_flow_id} (inventory section 14, contract section 11). Empty texts are as good as missing.
 */
public final class RecordingOptionsReader {

  private static final int LONGEST = 16;
  private static final long MOST_SECONDS = Duration.ofDays(1).toSeconds();
  private static final List<Integer> RATES = List.of(8_000, 16_000, 24_000, 32_000, 44_100, 48_000);
  private static final Set<String> KEYS = Set.of("none", "any", "*", "#");

  private RecordingOptionsReader() {}

  /**
   * @param format of a recording that names none (C-32)
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} naming the
   *     field
   */
  public static RecordingOptions read(JsonFields fields, RecordingFormat format) {
    return new RecordingOptions(
        choice(fields, "direction", RecordingDirection.BOTH),
        choice(fields, "format", format),
        choice(fields, "channels", RecordingChannels.MIXED),
        sampleRate(fields),
        new RecordingOptions.Limits(
            Duration.ofSeconds(fields.integer("duration", 0, 0, MOST_SECONDS)),
            Duration.ofSeconds(fields.integer("end_of_silence", 0, 0, MOST_SECONDS))),
        endOfKey(fields),
        fields.uuid("on_end_flow_id"));
  }

  /** 8000 Hz if missing (C-33). */
  private static int sampleRate(JsonFields fields) {
    int rate = (int) fields.integer("sample_rate", RATES.get(0), 0, 192_000);
    if (!RATES.contains(rate)) {
      throw fields.invalid("sample_rate", "is " + rate + ": give one of " + RATES);
    }
    return rate;
  }

  /** The key that ends a recording; {@code none} if missing. */
  public static String endOfKey(JsonFields fields) {
    String key = fields.text("end_of_key", LONGEST);
    if (key.isEmpty()) {
      return "none";
    }
    if (!KEYS.contains(key)) {
      throw fields.invalid("end_of_key", "is \"" + key + "\": give none, any, * or #");
    }
    return key;
  }

  private static <E extends Enum<E>> E choice(JsonFields fields, String name, E ifMissing) {
    String text = fields.text(name, LONGEST);
    if (text.isEmpty()) {
      return ifMissing;
    }
    E[] all = ifMissing.getDeclaringClass().getEnumConstants();
    return Arrays.stream(all)
        .filter(one -> text.equals(one.name().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                fields.invalid(
                    name,
                    "is \""
                        + text
                        + "\": give one of "
                        + Arrays.toString(all).toLowerCase(Locale.ROOT)));
  }
}
