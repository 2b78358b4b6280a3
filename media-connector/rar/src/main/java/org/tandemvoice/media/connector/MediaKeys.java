package org.tandemvoice.media.connector;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.tandemvoice.media.engine.session.EngineSettings;

/**
 * Every configuration key of the media engine, read once at start; those of its voices are in
 * {@link SpeechKeys}.
 *
 * <pre>
 * RTP_PORT_MIN           10000    first port for RTP and RTCP, 1024 to 65534
 * RTP_PORT_MAX           19999    last port for RTP and RTCP, above RTP_PORT_MIN
 * RTP_BIND_ADDRESS       0.0.0.0  address the sockets are bound to
 * PUBLIC_ADDRESS                  address written into SDP; without it RTP_BIND_ADDRESS if that is one address, else the
 *                                 first site address of this machine, else 127.0.0.1
 * RTP_SILENCE_SECONDS    60       RtpSilent is sent after this time without RTP; 0 switches it off; up to 86400
 * DATA_DIR                        file: prompts lie in its folder media; without it the server's data directory
 * ALLOW_PRIVATE_TARGETS  false    true lets prompts be fetched from private, loopback and reserved addresses
 * </pre>
 */
final class MediaKeys {

  private static final int MAX_SILENCE_SECONDS = 86_400;

  private final Function<String, Optional<String>> values;

  /** Looks keys up in any source; an empty answer means the default. */
  MediaKeys(Function<String, Optional<String>> values) {
    this.values = key -> values.apply(key).map(String::strip).filter(v -> !v.isEmpty());
  }

  /**
   * The settings.
   *
   * @throws IllegalArgumentException naming the key and its value if one is malformed or out of its
   *     range
   */
  EngineSettings settings() {
    int minPort = number("RTP_PORT_MIN", 10_000, 1_024, 65_534);
    int maxPort = number("RTP_PORT_MAX", 19_999, 1_024, 65_535);
    if (maxPort <= minPort) {
      throw new IllegalArgumentException(
          "RTP_PORT_MAX is " + maxPort + ", which is not above RTP_PORT_MIN " + minPort);
    }
    InetAddress bindAddress =
        address("RTP_BIND_ADDRESS", values.apply("RTP_BIND_ADDRESS").orElse("0.0.0.0"));
    return new EngineSettings(
        minPort,
        maxPort,
        bindAddress,
        publicAddress(bindAddress),
        Duration.ofSeconds(number("RTP_SILENCE_SECONDS", 60, 0, MAX_SILENCE_SECONDS)),
        new EngineSettings.Folders(
            dataFolder().resolve("media"), dataFolder().resolve("recordings")),
        flag("ALLOW_PRIVATE_TARGETS"),
        new SpeechKeys(values).settings());
  }

  private InetAddress publicAddress(InetAddress bindAddress) {
    Optional<String> given = values.apply("PUBLIC_ADDRESS");
    if (given.isPresent()) {
      InetAddress address = address("PUBLIC_ADDRESS", given.get());
      if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
        throw new IllegalArgumentException(
            "PUBLIC_ADDRESS is '"
                + given.get()
                + "', to which no phone can send; give the address phones reach");
      }
      return address;
    }
    return bindAddress.isAnyLocalAddress() ? HostAddress.preferred() : bindAddress;
  }

  private Path dataFolder() {
    String folder =
        values.apply("DATA_DIR").or(() -> values.apply("jboss.server.data.dir")).orElse("data");
    try {
      return Path.of(folder);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("DATA_DIR is '" + folder + "', which is no path", e);
    }
  }

  private int number(String key, int normal, int min, int max) {
    Optional<String> given = values.apply(key);
    if (given.isEmpty()) {
      return normal;
    }
    try {
      int number = Integer.parseInt(given.get());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          key + " is '" + given.get() + "', which is no whole number", e);
    }
    throw new IllegalArgumentException(
        key + " is " + given.get() + ", which is not from " + min + " to " + max);
  }

  private boolean flag(String key) {
    String given = values.apply(key).orElse("false");
    if (!given.equalsIgnoreCase("true") && !given.equalsIgnoreCase("false")) {
      throw new IllegalArgumentException(
          key + " is '" + given + "', which is neither true nor false");
    }
    return given.equalsIgnoreCase("true");
  }

  private static InetAddress address(String key, String given) {
    try {
      return InetAddress.getByName(given);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          key + " is '" + given + "', which is no address of a host", e);
    }
  }
}
