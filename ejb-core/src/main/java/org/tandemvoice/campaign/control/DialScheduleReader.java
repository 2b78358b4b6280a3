package org.tandemvoice.campaign.control;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tandemvoice.campaign.entity.DialSchedule;
import org.tandemvoice.json.control.JsonFields;

/**
 * Reads the schedule of a campaign: {@code timezone}, {@code start_time} and {@code end_time} as
 * {@code HH:MM}, {@code days} (seed 003). What is missing does not limit it; {@code 24:00} is the
 * end of the day.
 */
final class DialScheduleReader {

  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final String END_OF_DAY = "24:00";

  private DialScheduleReader() {}

  /**
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} naming the
   *     field
   */
  static DialSchedule read(JsonFields fields) {
    return new DialSchedule(
        zone(fields), time(fields, "start_time"), time(fields, "end_time"), days(fields));
  }

  private static ZoneId zone(JsonFields fields) {
    String name = fields.text("timezone");
    if (name.isEmpty()) {
      return DialSchedule.ALWAYS.zone();
    }
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw fields.invalid(
          "timezone", "is \"" + name + "\": give a time zone like America/New_York");
    }
  }

  private static LocalTime time(JsonFields fields, String name) {
    String text = fields.text(name);
    if (text.isEmpty() || name.equals("end_time") && text.equals(END_OF_DAY)) {
      return LocalTime.MIDNIGHT;
    }
    if (!TIME.matcher(text).matches()) {
      throw fields.invalid(name, "is \"" + text + "\": give it as HH:MM, for instance 09:00");
    }
    return LocalTime.parse(text);
  }

  private static Set<DayOfWeek> days(JsonFields fields) {
    List<String> given = fields.texts("days");
    if (given.isEmpty()) {
      return DialSchedule.ALWAYS.days();
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (int i = 0; i < given.size(); i++) {
      days.add(day(fields, "days[" + i + "]", given.get(i)));
    }
    return days;
  }

  private static DayOfWeek day(JsonFields fields, String field, String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (DialSchedule.text(day).equals(text.toLowerCase(Locale.ROOT))) {
        return day;
      }
    }
    throw fields.invalid(field, "is \"" + text + "\": give mon, tue, wed, thu, fri, sat or sun");
  }
}
