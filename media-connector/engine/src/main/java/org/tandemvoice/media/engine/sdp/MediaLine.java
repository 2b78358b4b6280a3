package org.tandemvoice.media.engine.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An {@code m=} section while it is being read. */
final class MediaLine {

  private final String media;
  private final int port;
  private final String protocol;
  private final List<String> formats;
  private final List<Attribute> attributes = new ArrayList<>();
  private Optional<ConnectionAddress> connection = Optional.empty();

  private MediaLine(String media, int port, String protocol, List<String> formats) {
    this.media = media;
    this.port = port;
    this.protocol = protocol;
    this.formats = formats;
  }

  /** Parses {@code audio 49170 RTP/AVP 0 8 101}. */
  static MediaLine parse(String value) {
    String[] fields = value.split("\\s+");
    if (fields.length < 4) {
      throw new SdpException("m= lacks a field: '" + SessionDescription.excerpt(value) + "'");
    }
    // RFC 8866 section 5.14: "/<number of ports>" may follow the port.
    int port = Numbers.parse(fields[1].split("/", 2)[0], 0, 65_535, "the port in m=");
    return new MediaLine(fields[0], port, fields[2], List.of(fields).subList(3, fields.length));
  }

  List<Attribute> attributes() {
    return attributes;
  }

  void connection(ConnectionAddress address) {
    connection = Optional.of(address);
  }

  MediaDescription finish(Optional<ConnectionAddress> sessionConnection) {
    return new MediaDescription(
        media, port, protocol, formats, connection.or(() -> sessionConnection), attributes);
  }
}
