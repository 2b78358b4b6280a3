package org.tandemvoice.media.engine.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A parsed session description: what we use of it, in order. Session attributes apply where a
 * medium has none.
 */
record SessionDescription(List<Attribute> attributes, List<MediaDescription> media) {

  private static final int MAX_CHARACTERS = 65_536;
  private static final int MAX_MEDIA = 32;
  private static final int MAX_LINES = 2_000;

  SessionDescription {
    attributes = List.copyOf(attributes);
    media = List.copyOf(media);
  }

  /**
   * Direction of that medium: its own attribute, the session's, or {@code sendrecv} (RFC 8866
   * section 6.7).
   */
  Direction direction(MediaDescription description) {
    return direction(description.attributes())
        .or(() -> direction(attributes))
        .orElse(Direction.SENDRECV);
  }

  /**
   * Parses a text. Unknown line types are passed over (RFC 8866 section 5).
   *
   * @throws SdpException if it is no session description
   */
  static SessionDescription parse(String text) {
    if (text == null || text.isBlank()) {
      throw new SdpException("The SDP is empty");
    }
    if (text.length() > MAX_CHARACTERS) {
      throw new SdpException("The SDP is longer than " + MAX_CHARACTERS + " characters");
    }
    String[] lines = text.split("\r\n|\n|\r", MAX_LINES + 1);
    if (!lines[0].trim().equals("v=0") || lines.length > MAX_LINES) {
      throw new SdpException("The SDP does not start with v=0 or has too many lines");
    }
    return sections(lines);
  }

  private static SessionDescription sections(String[] lines) {
    List<Attribute> sessionAttributes = new ArrayList<>();
    List<MediaDescription> media = new ArrayList<>();
    Optional<ConnectionAddress> sessionConnection = Optional.empty();
    MediaLine open = null;
    for (String line : lines) {
      if (line.isBlank()) {
        continue;
      }
      if (line.length() < 2 || line.charAt(1) != '=') {
        throw new SdpException("The SDP line '" + excerpt(line) + "' is not of the form x=value");
      }
      String value = line.substring(2).trim();
      switch (line.charAt(0)) {
        case 'm' -> {
          if (open != null) {
            media.add(open.finish(sessionConnection));
          }
          if (media.size() >= MAX_MEDIA) {
            throw new SdpException("The SDP has more than " + MAX_MEDIA + " media");
          }
          open = MediaLine.parse(value);
        }
        case 'c' -> {
          ConnectionAddress address = ConnectionAddress.parse(value);
          if (open == null) {
            sessionConnection = Optional.of(address);
          } else {
            open.connection(address);
          }
        }
        case 'a' ->
            (open == null ? sessionAttributes : open.attributes()).add(Attribute.parse(value));
        default -> {
          // Names, times, bandwidth and keys do not change what we do.
        }
      }
    }
    if (open == null) {
      throw new SdpException("The SDP describes no media");
    }
    media.add(open.finish(sessionConnection));
    return new SessionDescription(sessionAttributes, media);
  }

  private static Optional<Direction> direction(List<Attribute> attributes) {
    return attributes.stream().flatMap(a -> Direction.named(a.name()).stream()).findFirst();
  }

  static String excerpt(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
