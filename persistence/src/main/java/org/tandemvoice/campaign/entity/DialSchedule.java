package org.tandemvoice.campaign.entity;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * When a campaign may begin calls (seed 003): from the one time of day to the other, as the clocks
 * of that zone show it, on these days. What counts is what the clock on the wall says: an hour that
 * is skipped when summer time begins holds nobody up, one that comes twice is open twice.
 *
 * @param from the first minute
 * @param until the first minute behind it; before {@code from} it is of the next day, equal to it
 *     the whole day is open
 * @param days on which it opens
 */
public record DialSchedule(ZoneId zone, LocalTime from, LocalTime until, Set<DayOfWeek> days) {

  /** At any time. */
  public static final DialSchedule ALWAYS =
      new DialSchedule(
          ZoneId.of("UTC"), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, EnumSet.allOf(DayOfWeek.class));

  private static final int LETTERS = 3;

  public DialSchedule {
    days = Set.copyOf(days);
  }

  public boolean isOpen(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    LocalTime time = local.toLocalTime();
    LocalDate date = local.toLocalDate();
    if (from.equals(until)) {
      return opensOn(date);
    }
    if (from.isBefore(until)) {
      return opensOn(date) && !time.isBefore(from) && time.isBefore(until);
    }
    return !time.isBefore(from)
        ? opensOn(date)
        : time.isBefore(until) && opensOn(date.minusDays(1));
  }

  private boolean opensOn(LocalDate date) {
    return days.contains(date.getDayOfWeek());
  }

  /** As the API writes a day: {@code mon}, {@code tue}, ... */
  public static String text(DayOfWeek day) {
    return day.name().substring(0, LETTERS).toLowerCase(Locale.ROOT);
  }

  public JsonObject json() {
    JsonArrayBuilder names = JSON.createArrayBuilder();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (days.contains(day)) {
        names.add(text(day));
      }
    }
    return JSON.createObjectBuilder()
        .add("timezone", zone.getId())
        .add("start_time", from.toString())
        .add("end_time", until.toString())
        .add("days", names)
        .build();
  }

  /** As it is kept; an empty object is {@link #ALWAYS}. */
  public static DialSchedule parse(JsonObject json) {
    if (json.isEmpty()) {
      return ALWAYS;
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (json.getJsonArray("days").contains(name(day))) {
        days.add(day);
      }
    }
    return new DialSchedule(
        ZoneId.of(json.getString("timezone")),
        LocalTime.parse(json.getString("start_time")),
        LocalTime.parse(json.getString("end_time")),
        days);
  }

  private static JsonValue name(DayOfWeek day) {
    return JSON.createValue(text(day));
  }
}
