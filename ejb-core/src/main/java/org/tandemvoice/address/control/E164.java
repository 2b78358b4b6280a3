package org.tandemvoice.address.control;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;

/**
 * Telephone numbers in E.164 form: a plus and digits, of a country that exists, as long as its
 * numbers are. Nothing is normalised: what is not in that form is refused (inventory section 7).
 */
public final class E164 {

  private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{1,14}");

  /** Numbers of this platform only (contract section 15); no country has them. */
  private static final Pattern VIRTUAL = Pattern.compile("\\+899[0-9]{9}");

  private E164() {}

  public static boolean isVirtual(String text) {
    return VIRTUAL.matcher(text).matches();
  }

  public static boolean matches(String text) {
    if (!FORM.matcher(text).matches()) {
      return false;
    }
    if (isVirtual(text)) {
      return true;
    }
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber parsed = numbers.parse(text, null);
      return numbers.isPossibleNumber(parsed)
          && numbers.format(parsed, PhoneNumberFormat.E164).equals(text);
    } catch (NumberParseException notANumber) {
      return false;
    }
  }

  /**
   * The country a number is of, as two letters, also where several share a country code; empty if
   * it is of none.
   */
  public static String country(String text) {
    if (isVirtual(text)) {
      return "";
    }
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      String country = numbers.getRegionCodeForNumber(numbers.parse(text, null));
      return country == null || country.length() != 2 ? region(text) : country;
    } catch (NumberParseException notANumber) {
      return "";
    }
  }

  /** Whether its caller pays extra for the number, by the numbering plan of its country. */
  public static boolean isPremium(String text) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      return numbers.getNumberType(numbers.parse(text, null)) == PhoneNumberType.PREMIUM_RATE;
    } catch (NumberParseException notANumber) {
      return false;
    }
  }

  /** The country a number is of, as two letters; empty if it is of none or of several. */
  public static String region(String text) {
    if (isVirtual(text)) {
      return "";
    }
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      String region =
          numbers.getRegionCodeForCountryCode(numbers.parse(text, null).getCountryCode());
      return region.length() == 2 && !region.equals("ZZ") ? region : "";
    } catch (NumberParseException notANumber) {
      return "";
    }
  }
}
