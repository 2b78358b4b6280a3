package org.tandemvoice.campaign.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DialScheduleTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
  private static final Set<DayOfWeek> WORKING_DAYS =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private static DialSchedule schedule(
      ZoneId zone, String from, String until, Set<DayOfWeek> days) {
    return new DialSchedule(zone, LocalTime.parse(from), LocalTime.parse(until), days);
  }

  private static Instant at(ZoneId zone, String local) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  private static boolean isOpenUtc(DialSchedule schedule, String utc) {
    return schedule.isOpen(Instant.parse(utc));
  }

  @Test
  void opensAtTheFirstMinuteAndClosesAtTheLast() {
    DialSchedule office = schedule(NEW_YORK, "09:00", "17:00", WORKING_DAYS);

    assertThat(office.isOpen(at(NEW_YORK, "2026-02-20T08:59:59.999"))).isFalse();
    assertThat(office.isOpen(at(NEW_YORK, "2026-02-20T09:00"))).isTrue();
    assertThat(office.isOpen(at(NEW_YORK, "2026-02-20T16:59:59.999"))).isTrue();
    assertThat(office.isOpen(at(NEW_YORK, "2026-02-20T17:00"))).isFalse();
    assertThat(office.isOpen(at(NEW_YORK, "2026-02-21T12:00"))).as("a Saturday").isFalse();
  }

  @Test
  void goesByTheDayOfItsOwnZone() {
    DialSchedule fridays = schedule(NEW_YORK, "20:00", "23:00", EnumSet.of(DayOfWeek.FRIDAY));

    assertThat(isOpenUtc(fridays, "2026-02-21T02:00:00Z")).as("Saturday in UTC").isTrue();
    assertThat(isOpenUtc(fridays, "2026-02-20T02:00:00Z")).as("Friday in UTC").isFalse();
  }

  @Test
  void keepsItsHoursWhenSummerTimeBegins() {
    DialSchedule office = schedule(NEW_YORK, "09:00", "17:00", EVERY_DAY);

    assertThat(isOpenUtc(office, "2026-03-07T13:59:00Z")).as("08:59 EST").isFalse();
    assertThat(isOpenUtc(office, "2026-03-07T14:00:00Z")).as("09:00 EST").isTrue();
    assertThat(isOpenUtc(office, "2026-03-08T12:59:00Z")).as("08:59 EDT").isFalse();
    assertThat(isOpenUtc(office, "2026-03-08T13:00:00Z")).as("09:00 EDT").isTrue();
    assertThat(isOpenUtc(office, "2026-03-08T20:59:00Z")).as("16:59 EDT").isTrue();
    assertThat(isOpenUtc(office, "2026-03-08T21:00:00Z")).as("17:00 EDT").isFalse();
  }

  @Test
  void keepsItsHoursWhenSummerTimeEnds() {
    DialSchedule office = schedule(NEW_YORK, "09:00", "17:00", EVERY_DAY);

    assertThat(isOpenUtc(office, "2026-10-31T13:00:00Z")).as("09:00 EDT").isTrue();
    assertThat(isOpenUtc(office, "2026-11-01T13:59:00Z")).as("08:59 EST").isFalse();
    assertThat(isOpenUtc(office, "2026-11-01T14:00:00Z")).as("09:00 EST").isTrue();
    assertThat(isOpenUtc(office, "2026-11-01T21:59:00Z")).as("16:59 EST").isTrue();
    assertThat(isOpenUtc(office, "2026-11-01T22:00:00Z")).as("17:00 EST").isFalse();
  }

  @Test
  void isNotHeldUpByAnHourThatIsSkipped() {
    DialSchedule early = schedule(BERLIN, "02:30", "04:00", EVERY_DAY);

    assertThat(isOpenUtc(early, "2026-03-29T00:59:59Z")).as("01:59:59 CET").isFalse();
    assertThat(isOpenUtc(early, "2026-03-29T01:00:00Z")).as("03:00 CEST").isTrue();
    assertThat(isOpenUtc(early, "2026-03-29T01:59:59Z")).as("03:59:59 CEST").isTrue();
    assertThat(isOpenUtc(early, "2026-03-29T02:00:00Z")).as("04:00 CEST").isFalse();
  }

  @Test
  void isOpenTwiceInAnHourThatComesTwice() {
    DialSchedule early = schedule(BERLIN, "02:00", "03:00", EVERY_DAY);

    assertThat(isOpenUtc(early, "2026-10-24T23:59:59Z")).as("01:59:59 CEST").isFalse();
    assertThat(isOpenUtc(early, "2026-10-25T00:30:00Z")).as("02:30 CEST").isTrue();
    assertThat(isOpenUtc(early, "2026-10-25T01:30:00Z")).as("02:30 CET").isTrue();
    assertThat(isOpenUtc(early, "2026-10-25T02:00:00Z")).as("03:00 CET").isFalse();
  }

  @Test
  void belongsToTheDayItOpensOnWhenItGoesPastMidnight() {
    DialSchedule night = schedule(BERLIN, "22:00", "06:00", EnumSet.of(DayOfWeek.FRIDAY));

    assertThat(night.isOpen(at(BERLIN, "2026-02-20T21:59"))).isFalse();
    assertThat(night.isOpen(at(BERLIN, "2026-02-20T22:00"))).isTrue();
    assertThat(night.isOpen(at(BERLIN, "2026-02-21T05:59"))).as("Saturday").isTrue();
    assertThat(night.isOpen(at(BERLIN, "2026-02-21T06:00"))).isFalse();
    assertThat(night.isOpen(at(BERLIN, "2026-02-20T05:00"))).as("of Thursday").isFalse();
    assertThat(night.isOpen(at(BERLIN, "2026-02-21T23:00"))).as("of Saturday").isFalse();
  }

  @Test
  void isOpenForTheWholeDayFromATimeToTheSame() {
    DialSchedule sundays = schedule(BERLIN, "00:00", "00:00", EnumSet.of(DayOfWeek.SUNDAY));

    assertThat(sundays.isOpen(at(BERLIN, "2026-02-22T00:00"))).isTrue();
    assertThat(sundays.isOpen(at(BERLIN, "2026-02-22T23:59:59"))).isTrue();
    assertThat(sundays.isOpen(at(BERLIN, "2026-02-23T00:00"))).isFalse();
  }

  @Test
  void isTheSameAfterItWasKept() {
    DialSchedule office = schedule(NEW_YORK, "09:00", "17:30", WORKING_DAYS);

    assertThat(DialSchedule.parse(office.json())).isEqualTo(office);
    assertThat(office.json().getString("start_time")).isEqualTo("09:00");
    assertThat(office.json().getJsonArray("days").toString())
        .isEqualTo("[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\"]");
  }
}
