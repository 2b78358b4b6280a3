package org.tandemvoice.media.engine.codec;

import java.util.List;
import java.util.Optional;

/** Every codec we speak, the preferred first. */
public final class AudioCodecs {

  private static final List<AudioCodec> ALL =
      List.of(new Opus(), new G722(), new Pcmu(), new Pcma(), new G729());

  private AudioCodecs() {}

  public static List<AudioCodec> all() {
    return ALL;
  }

  public static Optional<AudioCodec> named(String encodingName, int clockRateHz) {
    return ALL.stream()
        .filter(
            c -> c.encodingName().equalsIgnoreCase(encodingName) && c.clockRateHz() == clockRateHz)
        .findFirst();
  }

  public static Optional<AudioCodec> withStaticPayloadType(int payloadType) {
    return ALL.stream().filter(c -> c.staticPayloadType().orElse(-1) == payloadType).findFirst();
  }
}
