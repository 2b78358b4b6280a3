package org.tandemvoice.media.engine.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.tandemvoice.media.engine.codec.AudioCodec;
import org.tandemvoice.media.engine.codec.AudioCodecs;

/**
 * What a payload type number means in one SDP: by {@code a=rtpmap}, else by the static table of RFC
 * 3551 section 6.
 *
 * @param codec empty for telephone-event
 * @param clockRateHz RTP clock
 */
record Format(int payloadType, Optional<AudioCodec> codec, int clockRateHz) {

  private static final String TELEPHONE_EVENT = "telephone-event";
  private static final int CLOCK_RATE = 8000;

  static Format of(int payloadType, AudioCodec codec) {
    return new Format(payloadType, Optional.of(codec), codec.clockRateHz());
  }

  static Format telephoneEvent(int payloadType, int clockRateHz) {
    return new Format(payloadType, Optional.empty(), clockRateHz);
  }

  /** Whether both mean the same encoding, by whatever number. */
  boolean means(Format other) {
    return codec.equals(other.codec) && clockRateHz == other.clockRateHz;
  }

  boolean isTelephoneEvent() {
    return codec.isEmpty();
  }

  /** The formats of that medium that we speak, in its order. */
  static List<Format> spoken(MediaDescription media) {
    List<Format> spoken = new ArrayList<>();
    for (String format : media.formats()) {
      OptionalInt payloadType = Numbers.parse(format);
      if (payloadType.isPresent() && payloadType.getAsInt() <= 127) {
        of(payloadType.getAsInt(), media).ifPresent(spoken::add);
      }
    }
    return spoken;
  }

  private static Optional<Format> of(int payloadType, MediaDescription media) {
    Optional<String> mapping = mapping(payloadType, media);
    if (mapping.isEmpty()) {
      return AudioCodecs.withStaticPayloadType(payloadType).map(c -> of(payloadType, c));
    }
    String[] fields = mapping.get().split("/");
    int clockRate = fields.length < 2 ? CLOCK_RATE : Numbers.parse(fields[1]).orElse(0);
    String channels = fields.length < 3 ? "1" : fields[2];
    if (fields[0].toLowerCase(Locale.ROOT).equals(TELEPHONE_EVENT)) {
      // RFC 4733 section 2.1: the event stream has the clock rate of the audio it goes with.
      boolean isKnown = AudioCodecs.all().stream().anyMatch(c -> c.clockRateHz() == clockRate);
      return isKnown && channels.equals("1")
          ? Optional.of(telephoneEvent(payloadType, clockRate))
          : Optional.empty();
    }
    return AudioCodecs.named(fields[0], clockRate)
        .filter(c -> channels.equals(Integer.toString(c.channels())))
        .map(c -> of(payloadType, c));
  }

  private static Optional<String> mapping(int payloadType, MediaDescription media) {
    String number = Integer.toString(payloadType);
    return media.attributes().stream()
        .filter(a -> a.name().equals("rtpmap"))
        .map(a -> a.value().split("\\s+", 2))
        .filter(fields -> fields.length == 2 && fields[0].equals(number) && !fields[1].isBlank())
        .map(fields -> fields[1].trim())
        .findFirst();
  }
}
