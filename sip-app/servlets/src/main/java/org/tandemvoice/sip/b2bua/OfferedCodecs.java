package org.tandemvoice.sip.b2bua;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves in an SDP offer only the codecs that a provider takes, in its order of preference;
 * telephone-event always stays (RFC 4733). An offer of which nothing would be left is kept whole.
 */
final class OfferedCodecs {

  private static final Pattern RTPMAP = Pattern.compile("a=rtpmap:(\\d+) ([^/]+)/.*");
  private static final Pattern OF_FORMAT = Pattern.compile("a=(?:rtpmap|fmtp):(\\d+) .*");
  private static final Map<String, String> STATIC = Map.of("0", "pcmu", "8", "pcma", "9", "g722");
  private static final String EVENTS = "telephone-event";

  private OfferedCodecs() {}

  static String only(List<String> codecs, String offer) {
    List<String> lines = List.of(offer.split("\r?\n"));
    Map<String, String> names = new HashMap<>(STATIC);
    for (String line : lines) {
      Matcher rtpmap = RTPMAP.matcher(line);
      if (rtpmap.matches()) {
        names.put(rtpmap.group(1), rtpmap.group(2).toLowerCase(Locale.ROOT));
      }
    }
    List<String> kept = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("m=audio ")) {
        List<String> parts = List.of(line.split(" "));
        Set<String> formats = formats(codecs, parts.subList(3, parts.size()), names);
        if (formats.stream().allMatch(format -> EVENTS.equals(names.get(format)))) {
          return offer;
        }
        kept.add(String.join(" ", parts.subList(0, 3)) + " " + String.join(" ", formats));
        names.keySet().retainAll(formats);
      } else if (isKept(line, names.keySet())) {
        kept.add(line);
      }
    }
    return String.join("\r\n", kept) + "\r\n";
  }

  private static Set<String> formats(
      List<String> codecs, List<String> offered, Map<String, String> names) {
    Set<String> formats = new LinkedHashSet<>();
    for (String codec : codecs) {
      offered.stream()
          .filter(format -> codec.equalsIgnoreCase(names.get(format)))
          .forEach(formats::add);
    }
    offered.stream().filter(format -> EVENTS.equals(names.get(format))).forEach(formats::add);
    return formats;
  }

  private static boolean isKept(String line, Set<String> formats) {
    Matcher ofFormat = OF_FORMAT.matcher(line);
    return !ofFormat.matches() || formats.contains(ofFormat.group(1));
  }
}
