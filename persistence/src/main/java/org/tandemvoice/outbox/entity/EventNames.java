package org.tandemvoice.outbox.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Under which names an event is known outside (C-13, C-14). It is recorded once under one name; the
 * other names are derived from the row, each with an id of its own, so that no id ever has two
 * bodies.
 */
public final class EventNames {

  private static final String UPDATED = "call_updated";

  /**
   * What is published along with the recorded name. That a recording has started is told of the
   * recording and of the call, which are events of their own.
   */
  private static final Map<String, List<String>> ALSO =
      Map.ofEntries(
          Map.entry("call_dialing", List.of(UPDATED)),
          Map.entry("call_ringing", List.of(UPDATED)),
          Map.entry("call_answered", List.of("call_progressing", UPDATED)),
          Map.entry("call_progressing", List.of("call_answered", UPDATED)),
          Map.entry("call_canceling", List.of(UPDATED)),
          Map.entry("call_terminating", List.of(UPDATED)),
          Map.entry("call_hungup", List.of("call_hangup", UPDATED)),
          Map.entry("call_hangup", List.of("call_hungup", UPDATED)));

  /** What is sent only to those who ask for it by this name. */
  private static final Map<String, List<String>> ON_DEMAND =
      Map.of(
          "call_created", List.of("call_dialing"),
          "call_recording_started", List.of("call_recording"),
          "call_transcribing", List.of("transcribe_progressing"),
          "transcribe_progressing", List.of("call_transcribing"));

  private EventNames() {}

  /** The names that everybody is told, the recorded one first. */
  public static List<String> published(String recorded) {
    List<String> names = new ArrayList<>();
    names.add(recorded);
    names.addAll(ALSO.getOrDefault(recorded, List.of()));
    return names;
  }

  /**
   * The names that someone with this filter is told; none if the filter wants nothing of it.
   *
   * @param filter names of either set; empty for all that is published
   */
  public static List<String> wanted(String recorded, Set<String> filter) {
    List<String> published = published(recorded);
    if (filter.isEmpty()) {
      return published;
    }
    Set<String> known = new LinkedHashSet<>(published);
    known.addAll(ON_DEMAND.getOrDefault(recorded, List.of()));
    return known.stream().filter(filter::contains).toList();
  }

  /** The id of the event under this name; that of the row under the recorded one. */
  public static UUID id(UUID row, String recorded, String name) {
    return recorded.equals(name) ? row : shifted(row, name);
  }

  /** The ids of rows that may stand behind an id seen outside. */
  public static List<UUID> rows(UUID seen) {
    return Stream.concat(
            Stream.of(seen),
            Stream.concat(ALSO.values().stream(), ON_DEMAND.values().stream())
                .flatMap(List::stream)
                .distinct()
                .map(name -> shifted(seen, name)))
        .toList();
  }

  /** Applied twice it gives the id back; the bits of version and variant stay. */
  private static UUID shifted(UUID id, String name) {
    return new UUID(
        id.getMostSignificantBits(), id.getLeastSignificantBits() ^ name.hashCode() & 0x7FFF_FFFFL);
  }
}
