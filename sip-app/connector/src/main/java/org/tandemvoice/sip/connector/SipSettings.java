package org.tandemvoice.sip.connector;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * The configuration of the SIP side. Every key is read once, when the resource adapter starts;
 * environment variables of the same names work.
 *
 * @param keystore {@code SIP_KEYSTORE}, {@code SIP_KEYSTORE_PASSWORD}, {@code SIP_TLS_PORT} (5061),
 *     {@code SIP_WSS_PORT} (5063; 0 is off): TLS and secure WebSocket, on when a key store is named
 * @param threads {@code SIP_THREADS}: threads that run servlets, for UDP and for connections each,
 *     default 16; the MDB pool needs twice that
 * @param drain {@code SIP_DRAIN_SECONDS}: how long a stop waits for calls to end, default 10
 * @param probe {@code SIP_PROBE_SECONDS}: how often the container asks itself, default 5
 */
public record SipSettings(
    SipAddresses addresses,
    Optional<SipKeystore> keystore,
    int threads,
    SipLimits limits,
    Duration drain,
    Duration probe) {

  /**
   * Where others reach this server by this transport, as host and port.
   *
   * @throws IllegalArgumentException if it does not listen there
   */
  public String addressOf(String transport) {
    int port =
        switch (transport) {
          case "udp", "tcp" -> addresses.port();
          case "tls" ->
              keystore
                  .map(SipKeystore::tlsPort)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "tls needs a certificate: set SIP_KEYSTORE"));
          default -> throw new IllegalArgumentException("no requests are sent by " + transport);
        };
    String host = addresses.publicAddress();
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }

  /** Reads and checks all keys; an IllegalArgumentException names the key that is wrong. */
  public static SipSettings from(Config config) {
    InetAddress host = address(config);
    Numbers numbers = new Numbers(config);
    return new SipSettings(
        new SipAddresses(
            host,
            config
                .getOptionalValue("PUBLIC_ADDRESS", String.class)
                .filter(given -> !given.isBlank())
                .orElseGet(() -> shown(host)),
            numbers.port("SIP_PORT", 5060),
            numbers.portOrOff("SIP_WS_PORT", 5062)),
        keystore(config, numbers),
        numbers.between("SIP_THREADS", 1, 512, 16),
        new SipLimits(
            numbers.between("SIP_MAX_MESSAGE_SIZE", 2048, 65535, 65535),
            numbers.between("SIP_RATE_LIMIT", 0, 1_000_000, 0),
            numbers.between("SIP_MAX_TRANSACTIONS", 0, 10_000_000, fittingTheHeap()),
            numbers.between("SIP_MAX_SESSIONS", 0, 10_000_000, fittingTheHeap()),
            numbers.between("SIP_MAX_HEAP_PERCENT", 0, 100, 85),
            numbers.between("SIP_MAX_WAIT_MS", 0, 32_000, 5_000)),
        Duration.ofSeconds(numbers.between("SIP_DRAIN_SECONDS", 0, 600, 10)),
        Duration.ofSeconds(numbers.between("SIP_PROBE_SECONDS", 1, 3600, 5)));
  }

  /**
   * A transaction with its share of session, dialog and messages takes 10 to 20 kilobytes, and on
   * UDP stays for 32 seconds (Timer J, RFC 3261 section 17.2.2): a heap of 2 GB carries 1,000
   * registrations a second, each of two requests, for as long as they come.
   */
  private static int fittingTheHeap() {
    return Math.max(2_000, (int) Math.min(10_000_000, Runtime.getRuntime().maxMemory() / 28_000));
  }

  private static Optional<SipKeystore> keystore(Config config, Numbers numbers) {
    return config
        .getOptionalValue("SIP_KEYSTORE", String.class)
        .filter(file -> !file.isBlank())
        .map(
            file ->
                new SipKeystore(
                        file,
                        config.getOptionalValue("SIP_KEYSTORE_PASSWORD", String.class).orElse(""),
                        numbers.port("SIP_TLS_PORT", 5061),
                        numbers.portOrOff("SIP_WSS_PORT", 5063))
                    .opened());
  }

  private static InetAddress address(Config config) {
    String given = config.getOptionalValue("SIP_HOST", String.class).orElse("0.0.0.0");
    try {
      return InetAddress.getByName(given);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("SIP_HOST is no address of this host: " + given, e);
    }
  }

  private static String shown(InetAddress host) {
    if (!host.isAnyLocalAddress()) {
      return host.getHostAddress();
    }
    // Connecting a datagram socket sends nothing; it only asks the kernel which address it would
    // use.
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress("192.0.2.1", 5060));
      InetAddress local = socket.getLocalAddress();
      return local.isAnyLocalAddress() ? "127.0.0.1" : local.getHostAddress();
    } catch (SocketException | java.io.UncheckedIOException e) {
      return "127.0.0.1";
    }
  }

  private record Numbers(Config config) {

    int port(String key, int otherwise) {
      return between(key, 1024, 65535, otherwise);
    }

    int portOrOff(String key, int otherwise) {
      int port = between(key, 0, 65535, otherwise);
      if (port > 0 && port < 1024) {
        throw new IllegalArgumentException(key + " must be 0 or 1024 to 65535, not " + port);
      }
      return port;
    }

    int between(String key, int least, int most, int otherwise) {
      String text =
          config.getOptionalValue(key, String.class).orElse(Integer.toString(otherwise)).strip();
      try {
        int value = Integer.parseInt(text);
        if (value >= least && value <= most) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw refused(key, least, most, text, e);
      }
      throw refused(key, least, most, text, null);
    }

    private static IllegalArgumentException refused(
        String key, int least, int most, String text, Exception cause) {
      return new IllegalArgumentException(
          key + " must be a number from " + least + " to " + most + ", not '" + text + "'", cause);
    }
  }
}
