package org.tandemvoice.media.engine.speech;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tandemvoice.media.SpeechMarkup;
import org.tandemvoice.media.engine.speech.SpeechSegment.Words;

/**
 * Reads speech markup (W3C SSML 1.1): words with the manner, language and voice they are to be
 * spoken with, and breaks. A phoneme is spoken by the text it stands beside, and so is every
 * element that is not known.
 */
final class Ssml {

  private static final Pattern TIME = Pattern.compile("\\+?(\\d{0,6}(?:\\.\\d{1,6})?)(ms|s)");
  private static final Duration LONGEST_BREAK = Duration.ofSeconds(60);
  private static final Duration SENTENCE_BREAK = Duration.ofMillis(400);
  private static final Duration DEFAULT_BREAK = Duration.ofMillis(500);
  private static final Map<String, Duration> STRENGTHS =
      Map.of(
          "none", Duration.ZERO,
          "x-weak", Duration.ofMillis(100),
          "weak", Duration.ofMillis(250),
          "medium", DEFAULT_BREAK,
          "strong", Duration.ofMillis(750),
          "x-strong", Duration.ofMillis(1000));

  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  /**
   * What holds inside one element.
   *
   * @param interpretAs of a {@code say-as}; empty outside
   * @param alias spoken in place of the text; empty if the text is spoken
   */
  private record Scope(
      Manner manner, String language, String voiceId, String interpretAs, String alias) {}

  private final List<SpeechSegment> segments = new ArrayList<>();
  private final Deque<Scope> scopes = new ArrayDeque<>();
  private boolean joins;
  private boolean asksForSound;
  private final StringBuilder words = new StringBuilder();

  private Ssml() {}

  /** Reads an SSML document, or plain text, which is one segment. */
  static SpeechScript read(String text) throws SpeechException {
    if (!SpeechMarkup.isMarkup(text)) {
      List<SpeechSegment> words = text.isBlank() ? List.of() : List.of(new Words(text.strip()));
      return new SpeechScript(words, Optional.empty());
    }
    Optional<String> fault = SpeechMarkup.fault(text);
    if (fault.isPresent()) {
      throw new SpeechException(fault.get());
    }
    try {
      Ssml ssml = new Ssml();
      List<SpeechSegment> segments = ssml.parse(text);
      return new SpeechScript(
          segments, ssml.asksForSound ? Optional.empty() : Optional.of(text.strip()));
    } catch (XMLStreamException e) {
      throw new SpeechException("The SSML is not well formed", e);
    }
  }

  private List<SpeechSegment> parse(String document) throws XMLStreamException, SpeechException {
    XMLStreamReader reader = SpeechMarkup.reader(document);
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader.getText());
        case XMLStreamConstants.START_ELEMENT -> start(reader);
        case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
        default -> {
          // Comments and processing instructions are not spoken.
        }
      }
    }
    return segments;
  }

  private void start(XMLStreamReader reader) throws SpeechException {
    Scope outer = scopes.isEmpty() ? new Scope(Manner.NORMAL, "", "", "", "") : scopes.peek();
    Scope inner = inner(reader, outer);
    if (!inner.equals(outer)) {
      flush();
    }
    scopes.push(inner);
    asksForSound |= reader.getLocalName().equals("audio");
    if (reader.getLocalName().equals("break")) {
      flush();
      joins = false;
      pause(breakTime(reader));
    } else if (!inner.alias().isEmpty() && outer.alias().isEmpty()) {
      words.append(inner.alias());
    }
  }

  private static Scope inner(XMLStreamReader reader, Scope outer) throws SpeechException {
    Manner manner = outer.manner();
    String language = attribute(reader, XML, "lang", outer.language());
    String voiceId = outer.voiceId();
    String interpretAs = outer.interpretAs();
    String alias = outer.alias();
    switch (reader.getLocalName()) {
      // The prompt's own language counts, not the document's.
      case "speak" -> language = "";
      case "emphasis" -> manner = manner.emphasised(attribute(reader, null, "level", ""));
      case "prosody" ->
          manner =
              manner.inProsody(
                  attribute(reader, null, "rate", ""),
                  attribute(reader, null, "pitch", ""),
                  attribute(reader, null, "volume", ""));
      case "voice" ->
          voiceId = attribute(reader, null, "name", attribute(reader, null, "gender", voiceId));
      case "say-as" -> interpretAs = attribute(reader, null, "interpret-as", "");
      case "sub" -> alias = attribute(reader, null, "alias", "");
      default -> {
        // Nothing but its text.
      }
    }
    return new Scope(manner, language, voiceId, interpretAs, alias);
  }

  private static String attribute(
      XMLStreamReader reader, String namespace, String name, String otherwise) {
    String value = reader.getAttributeValue(namespace, name);
    return value == null ? otherwise : value.strip();
  }

  private void end(String element) {
    Scope inner = scopes.pop();
    if (scopes.isEmpty() || !inner.equals(scopes.peek())) {
      flush(inner);
    }
    if (element.equals("p") || element.equals("s")) {
      flush();
      pause(SENTENCE_BREAK);
    }
  }

  private void text(String text) {
    Scope scope = scopes.peek();
    if (scope == null || scope.alias().isEmpty()) {
      words.append(text);
    }
  }

  private static Duration breakTime(XMLStreamReader reader) throws SpeechException {
    String time = reader.getAttributeValue(null, "time");
    if (time == null) {
      String strength = reader.getAttributeValue(null, "strength");
      return strength == null ? DEFAULT_BREAK : STRENGTHS.getOrDefault(strength, DEFAULT_BREAK);
    }
    Matcher matcher = TIME.matcher(time.strip());
    if (!matcher.matches() || matcher.group(1).isEmpty()) {
      throw new SpeechException("The SSML break time '" + time + "' is not like 500ms or 1.5s");
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    long nanos = number.scaleByPowerOfTen(matcher.group(2).equals("s") ? 9 : 6).longValue();
    Duration duration = Duration.ofNanos(nanos);
    return duration.compareTo(LONGEST_BREAK) > 0 ? LONGEST_BREAK : duration;
  }

  private void pause(Duration duration) {
    if (!duration.isZero()) {
      segments.add(new SpeechSegment.Pause(duration));
    }
  }

  private void flush() {
    if (!scopes.isEmpty()) {
      flush(scopes.peek());
    }
  }

  private void flush(Scope scope) {
    String text = SayAs.words(words.toString(), scope.interpretAs());
    words.setLength(0);
    if (!text.isBlank()) {
      add(new Words(text.strip(), scope.manner(), scope.language(), scope.voiceId()));
    }
  }

  /** Words in the same manner are one piece, so that a voice can give them one melody. */
  private void add(Words next) {
    int last = segments.size() - 1;
    if (joins
        && last >= 0
        && segments.get(last) instanceof Words before
        && new Words(next.text(), before.manner(), before.language(), before.voice())
            .equals(next)) {
      String gap = next.text().matches("(?s)[.,;:!?].*") ? "" : " ";
      segments.set(
          last,
          new Words(
              before.text() + gap + next.text(), next.manner(), next.language(), next.voice()));
    } else if (!next.text().matches("[.,;:!?]+")) {
      segments.add(next);
      joins = true;
    }
  }
}
