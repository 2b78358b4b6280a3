package org.tandemvoice.media.engine.sdp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.tandemvoice.media.engine.codec.AudioCodec;

/** Writes our session descriptions: one audio stream of ours, every other stream off. */
final class SdpWriter {

  private static final String END = "\r\n";

  private final StringBuilder text = new StringBuilder(400);

  SdpWriter(InetAddress address, long sessionId, long version) {
    String type = address instanceof Inet6Address ? "IP6 " : "IP4 ";
    String host = address.getHostAddress().split("%", 2)[0];
    line("v=0");
    // RFC 8866 section 5.2: the version grows with each change of the description.
    line("o=- " + sessionId + " " + version + " IN " + type + host);
    line("s=-");
    line("c=IN " + type + host);
    line("t=0 0");
  }

  /** A stream that we do not want (RFC 3264 section 6). */
  SdpWriter refused(MediaDescription media) {
    line("m=" + media.media() + " 0 " + media.protocol() + " " + String.join(" ", media.formats()));
    return this;
  }

  SdpWriter audio(
      int port, String protocol, List<Format> formats, Direction direction, boolean multiplexed) {
    StringBuilder numbers = new StringBuilder();
    formats.forEach(f -> numbers.append(' ').append(f.payloadType()));
    line("m=audio " + port + " " + protocol + numbers);
    for (Format format : formats) {
      int number = format.payloadType();
      if (format.isTelephoneEvent()) {
        line("a=rtpmap:" + number + " telephone-event/" + format.clockRateHz());
        line("a=fmtp:" + number + " 0-15");
      } else {
        format.codec().ifPresent(codec -> codec(number, codec));
      }
    }
    line("a=ptime:20");
    if (multiplexed) {
      line("a=rtcp-mux");
    }
    line("a=" + direction.attribute());
    return this;
  }

  private void codec(int number, AudioCodec codec) {
    String channels = codec.channels() == 1 ? "" : "/" + codec.channels();
    line("a=rtpmap:" + number + " " + codec.encodingName() + "/" + codec.clockRateHz() + channels);
    if (!codec.formatParameters().isEmpty()) {
      line("a=fmtp:" + number + " " + codec.formatParameters());
    }
  }

  String text() {
    return text.toString();
  }

  private void line(String line) {
    text.append(line).append(END);
  }
}
