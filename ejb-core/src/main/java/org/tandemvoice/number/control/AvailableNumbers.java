package org.tandemvoice.number.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.FieldViolation;
import org.tandemvoice.failure.entity.PlatformException;

/**
 * Proposes numbers nobody on this server owns: of a country those behind its example number, or
 * virtual ones. Any other free number may be purchased as well.
 */
@Stateless
public class AvailableNumbers {

  private static final String VIRTUAL = "virtual";

  /** The first behind the reserved ones (contract section 15). */
  private static final long FIRST_VIRTUAL = 899_001_000_000L;

  @Inject private PhoneNumbers numbers;

  /**
   * @param country two letters (ISO 3166); US if empty
   * @param type {@code normal} (default) or {@code virtual}
   * @throws PlatformException {@code INVALID_REQUEST_PARAMETER}
   */
  public List<JsonObject> list(String country, String type, int size) {
    if (!Set.of("", "normal", VIRTUAL).contains(type)) {
      throw invalid("type", "is \"" + type + "\": give normal or virtual");
    }
    if (type.equals(VIRTUAL)) {
      return free("+" + FIRST_VIRTUAL, size).stream().map(e164 -> json(e164, "")).toList();
    }
    String region = country.isEmpty() ? "US" : country.toUpperCase(Locale.ROOT);
    PhoneNumber example = PhoneNumberUtil.getInstance().getExampleNumber(region);
    if (example == null) {
      throw invalid("country_code", "is \"" + country + "\": give two letters, for instance US");
    }
    String first = PhoneNumberUtil.getInstance().format(example, PhoneNumberFormat.E164);
    return free(first, size).stream().map(e164 -> json(e164, region)).toList();
  }

  private List<String> free(String first, int size) {
    List<String> candidates = new ArrayList<>();
    long number = Long.parseLong(first.substring(1));
    List<String> free = new ArrayList<>();
    while (free.size() < size) {
      candidates.clear();
      for (int i = 0; i < size; i++) {
        candidates.add("+" + number++);
      }
      List<String> taken = numbers.taken(candidates);
      candidates.stream().filter(e164 -> !taken.contains(e164)).forEach(free::add);
    }
    return List.copyOf(free.subList(0, size));
  }

  private static JsonObject json(String e164, String region) {
    return JSON.createObjectBuilder()
        .add("number", e164)
        .add("country", region)
        .add("region", "")
        .add("postal_code", "")
        .add("features", JSON.createArrayBuilder().add("voice"))
        .build();
  }

  private static PlatformException invalid(String parameter, String message) {
    return new PlatformException(
        ErrorCode.INVALID_REQUEST_PARAMETER,
        parameter + ": " + message,
        List.of(new FieldViolation(parameter, message)));
  }
}
