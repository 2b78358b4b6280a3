package org.tandemvoice.peer.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The header lines of one message in order; names compare without case and in long form. */
public final class SipHeaders {

  /** RFC 3261 7.3.3 and the extensions' registrations: the compact forms. */
  private static final Map<String, String> COMPACT =
      Map.ofEntries(
          Map.entry("v", "Via"),
          Map.entry("i", "Call-ID"),
          Map.entry("f", "From"),
          Map.entry("t", "To"),
          Map.entry("m", "Contact"),
          Map.entry("c", "Content-Type"),
          Map.entry("e", "Content-Encoding"),
          Map.entry("l", "Content-Length"),
          Map.entry("k", "Supported"),
          Map.entry("s", "Subject"),
          Map.entry("o", "Event"),
          Map.entry("r", "Refer-To"),
          Map.entry("b", "Referred-By"));

  private record Line(String name, String value) {}

  private final List<Line> lines = new ArrayList<>();

  public SipHeaders() {}

  SipHeaders(SipHeaders other) {
    lines.addAll(other.lines);
  }

  public Optional<String> first(String name) {
    return lines.stream().filter(line -> same(line, name)).map(Line::value).findFirst();
  }

  /** The first value of a header that must be there. */
  public String need(String name) {
    return first(name)
        .orElseThrow(() -> new AssertionError("The message has no " + name + " header: " + lines));
  }

  /** Every line of that name, unsplit. */
  public List<String> all(String name) {
    return lines.stream().filter(line -> same(line, name)).map(Line::value).toList();
  }

  /** Every value of that name, lines split at their commas (RFC 3261 7.3.1). */
  public List<String> values(String name) {
    return all(name).stream().flatMap(line -> SipSyntax.split(line, ',').stream()).toList();
  }

  public SipHeaders add(String name, String value) {
    lines.add(new Line(longForm(name), value));
    return this;
  }

  public SipHeaders addFirst(String name, String value) {
    lines.add(0, new Line(longForm(name), value));
    return this;
  }

  /** Replaces every line of that name by one, at the place of the first. */
  public SipHeaders set(String name, String value) {
    int at = indexOf(name);
    remove(name);
    lines.add(at < 0 ? lines.size() : at, new Line(longForm(name), value));
    return this;
  }

  /** Replaces the first line of that name and leaves the others. */
  public SipHeaders setFirst(String name, String value) {
    int at = indexOf(name);
    lines.set(at, new Line(longForm(name), value));
    return this;
  }

  public SipHeaders remove(String name) {
    lines.removeIf(line -> same(line, name));
    return this;
  }

  public boolean has(String name) {
    return indexOf(name) >= 0;
  }

  void forEachLine(Consumer<String> sink) {
    lines.forEach(line -> sink.accept(line.name() + ": " + line.value()));
  }

  private int indexOf(String name) {
    for (int i = 0; i < lines.size(); i++) {
      if (same(lines.get(i), name)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean same(Line line, String name) {
    return line.name().equalsIgnoreCase(longForm(name));
  }

  private static String longForm(String name) {
    return COMPACT.getOrDefault(name.trim().toLowerCase(Locale.ROOT), name.trim());
  }
}
