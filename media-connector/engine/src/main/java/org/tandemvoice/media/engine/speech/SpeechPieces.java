package org.tandemvoice.media.engine.speech;

import java.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tandemvoice.media.SpeechMarkup;

/**
 * Takes a text apart that is too long for a provider: at the ends of sentences, where one is too
 * long at the ends of words. The pieces of a document are documents, in each of which the elements
 * are open that were open at that place; elements that mean something only as a whole stay whole.
 */
final class SpeechPieces {

  /** What may be closed and opened again without being heard otherwise. */
  private static final Set<String> DIVISIBLE =
      Set.of("speak", "p", "s", "prosody", "voice", "lang");

  private final Predicate<String> fits;
  private final List<String> pieces = new ArrayList<>();
  private final Deque<String> starts = new ArrayDeque<>();
  private final Deque<String> ends = new ArrayDeque<>();
  private final StringBuilder piece = new StringBuilder();
  private boolean isEmpty = true;

  private SpeechPieces(Predicate<String> fits) {
    this.fits = fits;
  }

  /** Plain text in pieces that fit. */
  static List<String> ofText(String text, Predicate<String> fits) {
    if (fits.test(text)) {
      return List.of(text);
    }
    SpeechPieces pieces = new SpeechPieces(fits);
    pieces.add(text, Size.SENTENCE, false);
    pieces.cut();
    return pieces.pieces;
  }

  /** An SSML document in documents that fit. */
  static List<String> ofDocument(String document, Predicate<String> fits) throws SpeechException {
    if (fits.test(document)) {
      return List.of(document);
    }
    try {
      SpeechPieces pieces = new SpeechPieces(fits);
      pieces.read(SpeechMarkup.reader(document));
      pieces.cut();
      return pieces.pieces;
    } catch (XMLStreamException e) {
      throw new SpeechException("The SSML is not well formed", e);
    }
  }

  private void read(XMLStreamReader reader) throws XMLStreamException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            add(reader.getText(), Size.SENTENCE, true);
        case XMLStreamConstants.START_ELEMENT -> {
          if (DIVISIBLE.contains(reader.getLocalName())) {
            starts.addLast(start(reader));
            ends.addFirst(end(reader));
            piece.append(starts.getLast());
          } else {
            add(whole(reader));
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          piece.append(ends.removeFirst());
          starts.removeLast();
        }
        default -> {
          // Comments and processing instructions are not spoken.
        }
      }
    }
  }

  /** Adds a text, or as much of it as fits and the rest to the pieces behind. */
  private void add(String text, Size size, boolean isMarkup) {
    for (String unit : size.units(text)) {
      String written = isMarkup ? escaped(unit) : unit;
      if (!isAdded(written)) {
        cut();
        if (!isAdded(written)) {
          if (size == Size.CHARACTER) {
            append(written);
          } else {
            add(unit, Size.values()[size.ordinal() + 1], isMarkup);
          }
        }
      }
    }
  }

  /** Adds what cannot be divided. */
  private void add(String element) {
    if (!isAdded(element)) {
      cut();
      append(element);
    }
  }

  private boolean isAdded(String unit) {
    boolean isRoom = fits.test((piece + unit).strip() + String.join("", ends));
    if (isRoom) {
      append(unit);
    }
    return isRoom;
  }

  private void append(String unit) {
    piece.append(unit);
    isEmpty &= unit.isBlank();
  }

  /** Ends the piece and begins the next; does nothing if nothing is said in it. */
  private void cut() {
    if (!isEmpty) {
      pieces.add((piece + String.join("", ends)).strip());
      piece.setLength(0);
      starts.forEach(piece::append);
      isEmpty = true;
    }
  }

  /** The element that begins here with all that is in it; the reader stands at its end then. */
  private static String whole(XMLStreamReader reader) throws XMLStreamException {
    StringBuilder element = new StringBuilder(start(reader));
    Deque<String> open = new ArrayDeque<>(List.of(end(reader)));
    while (!open.isEmpty()) {
      switch (reader.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            element.append(escaped(reader.getText()));
        case XMLStreamConstants.START_ELEMENT -> {
          element.append(start(reader));
          open.addFirst(end(reader));
        }
        case XMLStreamConstants.END_ELEMENT -> element.append(open.removeFirst());
        default -> {
          // Comments and processing instructions are not spoken.
        }
      }
    }
    return element.toString();
  }

  private static String start(XMLStreamReader reader) {
    StringBuilder tag = new StringBuilder("<").append(name(reader));
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      String prefix = reader.getNamespacePrefix(i);
      tag.append(prefix == null ? " xmlns" : " xmlns:" + prefix);
      tag.append("=\"").append(escaped(reader.getNamespaceURI(i))).append('"');
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String prefix = reader.getAttributePrefix(i);
      tag.append(' ').append(prefix == null || prefix.isEmpty() ? "" : prefix + ":");
      tag.append(reader.getAttributeLocalName(i));
      tag.append("=\"").append(escaped(reader.getAttributeValue(i))).append('"');
    }
    return tag.append('>').toString();
  }

  private static String end(XMLStreamReader reader) {
    return "</" + name(reader) + ">";
  }

  private static String name(XMLStreamReader reader) {
    String prefix = reader.getPrefix();
    return (prefix == null || prefix.isEmpty() ? "" : prefix + ":") + reader.getLocalName();
  }

  private static String escaped(String text) {
    return text == null
        ? ""
        : text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
  }

  /** What a text is taken apart into, the greater before the smaller. */
  private enum Size {
    SENTENCE,
    WORD,
    CHARACTER;

    Iterable<String> units(String text) {
      BreakIterator breaks =
          switch (this) {
            case SENTENCE -> BreakIterator.getSentenceInstance(Locale.ROOT);
            case WORD -> BreakIterator.getLineInstance(Locale.ROOT);
            case CHARACTER -> BreakIterator.getCharacterInstance(Locale.ROOT);
          };
      breaks.setText(text);
      List<String> units = new ArrayList<>();
      int from = breaks.first();
      for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
        units.add(text.substring(from, to));
        from = to;
      }
      return units;
    }
  }
}
