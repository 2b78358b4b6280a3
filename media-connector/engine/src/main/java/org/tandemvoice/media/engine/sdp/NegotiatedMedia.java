package org.tandemvoice.media.engine.sdp;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tandemvoice.media.engine.codec.AudioCodec;

/**
 * What both sides agreed on, as one leg needs it.
 *
 * @param codec what we send
 * @param payloadType its number in what we send
 * @param receivable numbers we accept and the codecs they mean
 * @param events telephone-events
 * @param transport where the other side wants its packets
 * @param stream direction as we see it, and packet time
 */
public record NegotiatedMedia(
    AudioCodec codec,
    int payloadType,
    Map<Integer, AudioCodec> receivable,
    Events events,
    Transport transport,
    Stream stream) {

  /** Telephone-event in what we send; empty if the other side has none. */
  public OptionalInt eventPayloadType() {
    return events.payloadType();
  }

  /** Numbers we accept as telephone-event. */
  public List<Integer> receivableEvents() {
    return List.copyOf(events.receivable().keySet());
  }

  /**
   * Telephone-events (RFC 4733).
   *
   * @param payloadType their number in what we send; empty if the other side has none
   * @param clockRateHz the clock of those we send
   * @param receivable numbers we accept and their clocks
   */
  public record Events(
      OptionalInt payloadType, int clockRateHz, Map<Integer, Integer> receivable) {}

  /**
   * Addresses of the other side.
   *
   * @param rtp empty if its SDP names none we can send to
   * @param multiplexed RTCP shares the RTP port (RFC 5761)
   * @param paused nothing is to be sent for now, not even RTCP (RFC 3264 section 8.4)
   */
  public record Transport(
      Optional<InetSocketAddress> rtp,
      Optional<InetSocketAddress> rtcp,
      boolean multiplexed,
      boolean paused) {}

  /**
   * The stream's shape.
   *
   * @param direction ours
   * @param packetMs how long the packets are that we send
   */
  public record Stream(Direction direction, int packetMs) {}
}
