package org.tandemvoice.media.engine.sdp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.tandemvoice.media.engine.codec.AudioCodec;

/** The other side's audio stream of one description, and what follows from it for us. */
final class RemoteStream {

  private static final int FRAME_MS = 20;
  private static final int HALF_FRAME_MS = 10;
  private static final int MAX_FRAMES = 3;

  private final SessionDescription session;
  private final MediaDescription audio;
  private final LocalEndpoint local;

  RemoteStream(SessionDescription session, MediaDescription audio, LocalEndpoint local) {
    this.session = session;
    this.audio = audio;
    this.local = local;
  }

  /** What is agreed if we send what {@code theirs} names and receive what {@code ours} names. */
  NegotiatedMedia agree(List<Format> theirs, List<Format> ours) {
    Format sent =
        theirs.stream()
            .filter(t -> !t.isTelephoneEvent() && ours.stream().anyMatch(t::means))
            .findFirst()
            .orElseThrow(() -> new SdpException("No codec in common"));
    Map<Integer, AudioCodec> receivable = new LinkedHashMap<>();
    // RFC 3264 section 6.1: numbers may differ by direction; some send by their own, so both are
    // taken.
    theirs.forEach(f -> f.codec().ifPresent(c -> receivable.put(f.payloadType(), c)));
    ours.forEach(f -> f.codec().ifPresent(c -> receivable.put(f.payloadType(), c)));
    return new NegotiatedMedia(
        sent.codec().orElseThrow(),
        sent.payloadType(),
        receivable,
        events(sent, theirs, ours),
        transport(),
        new NegotiatedMedia.Stream(direction().reversed(), packetMs()));
  }

  /** The event stream with the clock of the audio, else the one the other side has. */
  private static NegotiatedMedia.Events events(
      Format sent, List<Format> theirs, List<Format> ours) {
    List<Format> known = theirs.stream().filter(Format::isTelephoneEvent).toList();
    Optional<Format> chosen =
        known.stream()
            .filter(f -> f.clockRateHz() == sent.clockRateHz())
            .findFirst()
            .or(() -> known.stream().findFirst());
    if (chosen.isEmpty()) {
      return new NegotiatedMedia.Events(OptionalInt.empty(), 0, Map.of());
    }
    Map<Integer, Integer> receivable = new LinkedHashMap<>();
    Stream.concat(known.stream(), ours.stream().filter(Format::isTelephoneEvent))
        .forEach(f -> receivable.putIfAbsent(f.payloadType(), f.clockRateHz()));
    return new NegotiatedMedia.Events(
        OptionalInt.of(chosen.get().payloadType()), chosen.get().clockRateHz(), receivable);
  }

  /** The same agreement while the other side has switched the stream off. */
  static NegotiatedMedia off(NegotiatedMedia before) {
    return new NegotiatedMedia(
        before.codec(),
        before.payloadType(),
        before.receivable(),
        before.events(),
        new NegotiatedMedia.Transport(
            Optional.empty(), Optional.empty(), before.transport().multiplexed(), true),
        new NegotiatedMedia.Stream(Direction.INACTIVE, before.stream().packetMs()));
  }

  private Direction direction() {
    Direction named = session.direction(audio);
    return connection().isHold() ? named.withoutReceiving() : named;
  }

  private NegotiatedMedia.Transport transport() {
    boolean multiplexed = audio.attribute("rtcp-mux").isPresent();
    ConnectionAddress connection = connection();
    if (connection.isHold() || connection.address().isEmpty()) {
      return new NegotiatedMedia.Transport(
          Optional.empty(), Optional.empty(), multiplexed, connection.isHold());
    }
    InetAddress address = connection.address().get();
    if (!local.canReach().test(address)) {
      throw new SdpException(
          "c= names " + address.getHostAddress() + ", a family this server has no address of");
    }
    return new NegotiatedMedia.Transport(
        Optional.of(new InetSocketAddress(address, audio.port())),
        rtcp(address),
        multiplexed,
        false);
  }

  /**
   * RFC 3605: {@code a=rtcp:port [IN IP4 address]}; else the port above RTP (RFC 3550 section 11).
   */
  private Optional<InetSocketAddress> rtcp(InetAddress address) {
    Optional<String> attribute = audio.attribute("rtcp");
    if (attribute.isEmpty()) {
      return audio.port() == 65_535
          ? Optional.empty()
          : Optional.of(new InetSocketAddress(address, audio.port() + 1));
    }
    String[] fields = attribute.get().split("\\s+", 2);
    int port = Numbers.parse(fields[0], 0, 65_535, "the port in a=rtcp");
    Optional<InetAddress> host =
        fields.length < 2
            ? Optional.of(address)
            : ConnectionAddress.parse(fields[1]).address().filter(local.canReach());
    return port == 0 ? Optional.empty() : host.map(h -> new InetSocketAddress(h, port));
  }

  private ConnectionAddress connection() {
    return audio
        .connection()
        .orElseThrow(() -> new SdpException("The SDP has no c= line for its audio stream"));
  }

  /**
   * Packets as long as the other side likes (RFC 8866 section 6.4): half a frame of ours, or whole
   * ones up to 60 ms.
   */
  private int packetMs() {
    int wanted = milliseconds("ptime").orElse(FRAME_MS);
    int limit = milliseconds("maxptime").orElse(MAX_FRAMES * FRAME_MS);
    int liked = Math.min(wanted, limit);
    boolean isHalf = liked > 0 && liked < FRAME_MS;
    return isHalf ? HALF_FRAME_MS : Math.max(1, Math.min(MAX_FRAMES, liked / FRAME_MS)) * FRAME_MS;
  }

  private OptionalInt milliseconds(String attribute) {
    return audio
        .attribute(attribute)
        .map(v -> Numbers.parse(v.split("\\.", 2)[0]))
        .orElse(OptionalInt.empty());
  }
}
