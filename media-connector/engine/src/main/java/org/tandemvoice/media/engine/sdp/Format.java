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
 */
record Format(int payloadType, Optional<AudioCodec> codec) {

  private static final String TELEPHONE_EVENT = "telephone-event";
  private static final int CLOCK_RATE = 8000;

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
      return AudioCodecs.withStaticPayloadType(payloadType)
          .map(c -> new Format(payloadType, Optional.of(c)));
    }
    String[] fields = mapping.get().split("/");
    int clockRate = fields.length < 2 ? CLOCK_RATE : Numbers.parse(fields[1]).orElse(0);
    boolean isMono = fields.length < 3 || fields[2].equals("1");
    if (!isMono) {
      return Optional.empty();
    }
    if (fields[0].toLowerCase(Locale.ROOT).equals(TELEPHONE_EVENT)) {
      // RFC 4733 section 2.1: the event stream has the clock rate of the audio it goes with.
      return clockRate == CLOCK_RATE
          ? Optional.of(new Format(payloadType, Optional.empty()))
          : Optional.empty();
    }
    return AudioCodecs.named(fields[0], clockRate)
        .map(c -> new Format(payloadType, Optional.of(c)));
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
