package org.tandemvoice.media.engine.speech;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads speech markup (W3C SSML 1.1): words and breaks are kept, other elements are passed over and
 * their text is spoken. Document types and entities of the author's own are refused, so a document
 * cannot reach outside itself.
 */
final class Ssml {

  private static final Pattern START =
      Pattern.compile("\\A\\s*(<\\?xml[^>]*\\?>\\s*)?<speak[\\s>/]");
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

  private final List<SpeechSegment> segments = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();

  private Ssml() {}

  static boolean isSsml(String text) {
    return START.matcher(text).find();
  }

  /** Segments of an SSML document, or of plain text, which is one segment. */
  static List<SpeechSegment> segments(String text) throws SpeechException {
    if (!isSsml(text)) {
      return text.isBlank() ? List.of() : List.of(new SpeechSegment.Words(text.strip()));
    }
    try {
      return new Ssml().read(text);
    } catch (XMLStreamException e) {
      throw new SpeechException("The SSML is not well formed: " + firstLine(e.getMessage()), e);
    }
  }

  private List<SpeechSegment> read(String document) throws XMLStreamException, SpeechException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(document.strip()));
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            words.append(reader.getText());
        case XMLStreamConstants.START_ELEMENT -> start(reader);
        case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
        case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD ->
            throw new SpeechException(
                "The SSML declares a document type or an entity, which is not allowed");
        default -> {
          // Comments and processing instructions are not spoken.
        }
      }
    }
    flush();
    return segments;
  }

  private void start(XMLStreamReader reader) throws SpeechException {
    if (reader.getLocalName().equals("break")) {
      flush();
      pause(breakTime(reader));
    }
  }

  private void end(String element) {
    if (element.equals("p") || element.equals("s")) {
      flush();
      pause(SENTENCE_BREAK);
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
    String text = words.toString().strip();
    words.setLength(0);
    if (!text.isEmpty()) {
      segments.add(new SpeechSegment.Words(text));
    }
  }

  private static String firstLine(String message) {
    return message == null ? "" : message.lines().reduce((first, last) -> last).orElse("");
  }
}
