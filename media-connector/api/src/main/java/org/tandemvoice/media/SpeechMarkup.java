package org.tandemvoice.media;

import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Tells speech markup (W3C SSML 1.1) from plain text, and whether it can be read at all. What it
 * says is the engine's business.
 */
public final class SpeechMarkup {

  private static final Pattern START =
      Pattern.compile("\\A\\s*(<\\?xml[^>]*\\?>\\s*)?<speak[\\s>/]");

  private SpeechMarkup() {}

  public static boolean isMarkup(String text) {
    return START.matcher(text).find();
  }

  /** What is wrong with a document, as a sentence; empty if nothing is or it is plain text. */
  public static Optional<String> fault(String text) {
    if (!isMarkup(text)) {
      return Optional.empty();
    }
    try {
      XMLStreamReader reader = reader(text);
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
          return Optional.of(
              "The SSML declares a document type or an entity, which is not allowed");
        }
      }
      return Optional.empty();
    } catch (XMLStreamException e) {
      return Optional.of("The SSML is not well formed: " + lastLine(e.getMessage()));
    }
  }

  /** Reads a document; nothing in it can reach outside itself. */
  public static XMLStreamReader reader(String document) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(new StringReader(document.strip()));
  }

  private static String lastLine(String message) {
    return message == null ? "" : message.lines().reduce((first, last) -> last).orElse("");
  }
}
