package org.tandemvoice.media.engine.sdp;

import java.util.List;
import java.util.Optional;

/**
 * One {@code m=} section (RFC 8866 section 5.14).
 *
 * @param media {@code audio}, {@code video} ...
 * @param port 0 if the stream is off
 * @param protocol for instance {@code RTP/AVP}
 * @param formats as written; payload type numbers for RTP
 * @param connection the address of its own {@code c=} line, or of the session's; empty if there is
 *     neither
 * @param attributes its own attributes in order
 */
record MediaDescription(
    String media,
    int port,
    String protocol,
    List<String> formats,
    Optional<ConnectionAddress> connection,
    List<Attribute> attributes) {

  MediaDescription {
    formats = List.copyOf(formats);
    attributes = List.copyOf(attributes);
  }

  Optional<String> attribute(String name) {
    return attributes.stream().filter(a -> a.name().equals(name)).map(Attribute::value).findFirst();
  }

  /** RTP audio without encryption; the feedback profile differs only in when RTCP is sent. */
  boolean isPlainAudio() {
    return media.equals("audio") && (protocol.equals("RTP/AVP") || protocol.equals("RTP/AVPF"));
  }
}
