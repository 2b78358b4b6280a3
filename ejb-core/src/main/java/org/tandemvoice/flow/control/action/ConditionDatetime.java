package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemvoice.flow.control.Comparison;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Requirement;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/**
 * Goes on if the time (UTC) compares by {@code condition} with each of {@code minute}, {@code
 * hour}, {@code day}, {@code month} that is given (-1 is as if not), and the day is one of {@code
 * weekdays} (0 is Sunday; none means all); else jumps to {@code false_target_id}, if given.
 */
@ApplicationScoped
public class ConditionDatetime implements FlowAction {

  private static final int LONGEST = 255;
  private static final int SATURDAY = 6;

  @Override
  public String type() {
    return "condition_datetime";
  }

  @Override
  public Requirement requires() {
    return Requirement.NOTHING;
  }

  @Override
  public Instruction prepare(JsonFields options) {
    Map<ChronoField, Integer> wanted = new EnumMap<>(ChronoField.class);
    read(options, "minute", ChronoField.MINUTE_OF_HOUR, wanted);
    read(options, "hour", ChronoField.HOUR_OF_DAY, wanted);
    read(options, "day", ChronoField.DAY_OF_MONTH, wanted);
    read(options, "month", ChronoField.MONTH_OF_YEAR, wanted);
    return new Asking(
        Comparison.from(options),
        wanted,
        weekdays(options),
        options.text("false_target_id", LONGEST));
  }

  private static void read(
      JsonFields options, String name, ChronoField field, Map<ChronoField, Integer> wanted) {
    long value = options.integer(name, -1, -1, field.range().getMaximum());
    if (value >= field.range().getMinimum()) {
      wanted.put(field, (int) value);
    }
  }

  private static Set<Integer> weekdays(JsonFields options) {
    Set<Integer> days = new HashSet<>();
    if (!options.has("weekdays")) {
      return days;
    }
    if (!(options.json().get("weekdays") instanceof JsonArray given)) {
      throw options.invalid("weekdays", "is no array: give numbers from 0 (Sunday) to 6");
    }
    for (int i = 0; i < given.size(); i++) {
      JsonValue day = given.get(i);
      if (!(day instanceof JsonNumber number)
          || !number.isIntegral()
          || number.intValue() < 0
          || number.intValue() > SATURDAY) {
        throw options.invalid(
            "weekdays[" + i + "]", "is " + day + ": give a number from 0 (Sunday) to 6");
      }
      days.add(number.intValue());
    }
    return days;
  }

  private record Asking(
      Comparison condition,
      Map<ChronoField, Integer> wanted,
      Set<Integer> weekdays,
      String falseTargetId)
      implements Instruction {

    @Override
    public Step start(FlowContext context) {
      ZonedDateTime now = context.now().atZone(ZoneOffset.UTC);
      int weekday = now.getDayOfWeek().getValue() % DayOfWeek.values().length;
      boolean holds =
          (weekdays.isEmpty() || weekdays.contains(weekday))
              && wanted.entrySet().stream()
                  .allMatch(entry -> condition.holds(now.get(entry.getKey()), entry.getValue()));
      return holds ? Step.NEXT : Step.jumpOrNext(falseTargetId);
    }

    @Override
    public List<Target> targets() {
      return List.of(new Target("false_target_id", falseTargetId));
    }
  }
}
