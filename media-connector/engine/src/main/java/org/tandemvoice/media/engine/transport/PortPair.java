package org.tandemvoice.media.engine.transport;

import java.io.IOException;
import java.nio.channels.DatagramChannel;

/** An even RTP port and the odd RTCP port above it (RFC 3550 section 11), bound and ours. */
public record PortPair(int rtpPort, DatagramChannel rtp, DatagramChannel rtcp) {

  void close() throws IOException {
    try (rtp;
        rtcp) {
      // Both are closed even if one fails.
    }
  }
}
