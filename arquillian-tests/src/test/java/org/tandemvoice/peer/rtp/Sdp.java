package org.tandemvoice.peer.rtp;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The one audio stream of a session description (RFC 8866, RFC 3264).
 *
 * @param port 0 for a refused stream
 * @param encodings payload types and their {@code NAME/clock} in order of preference
 * @param packetMs how long its packets are
 */
public record Sdp(
    String address,
    int port,
    Map<Integer, String> encodings,
    MediaDirection direction,
    int packetMs,
    long version) {

  public static final String TYPE = "application/sdp";

  private static final String DIGITS = "TELEPHONE-EVENT/";
  private static final int FRAME_MS = 20;
  private static final int NARROW_HZ = 8_000;
  private static final int OPUS_HZ = 48_000;

  private static final Map<Integer, String> STATIC =
      Map.of(0, "PCMU/8000", 8, "PCMA/8000", 9, "G722/8000", 18, "G729/8000");

  /** The payload type by which the phones of the tests offer Opus. */
  public static final int OPUS = 111;

  public Sdp {
    encodings = new LinkedHashMap<>(encodings);
  }

  /**
   * An offer of those payload types, with RFC 4733 digits by the clock of each: 101 at 8 kHz, 110
   * at 48 kHz.
   */
  public static Sdp offer(InetSocketAddress at, int... payloadTypes) {
    Map<Integer, String> encodings = new LinkedHashMap<>();
    for (int type : payloadTypes) {
      encodings.put(type, name(type));
    }
    if (encodings.containsKey(OPUS)) {
      encodings.put(110, DIGITS + OPUS_HZ);
    }
    if (encodings.keySet().stream().anyMatch(STATIC::containsKey)) {
      encodings.put(101, DIGITS + NARROW_HZ);
    }
    return new Sdp(
        at.getAddress().getHostAddress(),
        at.getPort(),
        encodings,
        MediaDirection.SENDRECV,
        FRAME_MS,
        1);
  }

  /** The encoding that a phone of the tests calls by that number. */
  public static String name(int payloadType) {
    return payloadType == OPUS ? "OPUS/48000/2" : STATIC.get(payloadType);
  }

  /** Answers an offer: the offered types that are supported, in the offer's order. */
  public Sdp answer(InetSocketAddress at, List<String> supported) {
    Map<Integer, String> common = new LinkedHashMap<>();
    encodings.forEach(
        (type, name) -> {
          if (supported.contains(name) || isDigits(name)) {
            common.put(type, name);
          }
        });
    boolean any = common.values().stream().anyMatch(supported::contains);
    return new Sdp(
        at.getAddress().getHostAddress(),
        any ? at.getPort() : 0,
        common,
        direction.answer(),
        FRAME_MS,
        1);
  }

  /** The same without RFC 4733 digits. */
  public Sdp withoutDigits() {
    Map<Integer, String> audio = new LinkedHashMap<>(encodings);
    audio.values().removeIf(Sdp::isDigits);
    return new Sdp(address, port, audio, direction, packetMs, version);
  }

  public Sdp with(MediaDirection newDirection) {
    return new Sdp(address, port, encodings, newDirection, packetMs, version + 1);
  }

  /** The same with packets of that length. */
  public Sdp withPackets(int ms) {
    return new Sdp(address, port, encodings, direction, ms, version);
  }

  public InetSocketAddress rtpAddress() {
    return new InetSocketAddress(address, port);
  }

  /** The same without what the other side does not speak. */
  Sdp spokenBy(Sdp other) {
    Map<Integer, String> common = new LinkedHashMap<>(encodings);
    common.values().retainAll(other.encodings.values());
    return new Sdp(address, port, common, direction, packetMs, version);
  }

  static boolean isDigits(String encoding) {
    return encoding.startsWith(DIGITS);
  }

  /** The first payload type of a codec: the one to send. */
  public int audioType() {
    return encodings.entrySet().stream()
        .filter(entry -> !isDigits(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No audio codec in " + this));
  }

  /**
   * The payload type of RFC 4733 digits, -1 without: those with the clock of the audio (RFC 4733
   * section 2.1), else the first.
   */
  public int digitsType() {
    List<Integer> digits = digitsTypes();
    String clock = clock(encodings.get(audioType()));
    return digits.stream()
        .filter(type -> clock(encodings.get(type)).equals(clock))
        .findFirst()
        .orElseGet(() -> digits.isEmpty() ? -1 : digits.get(0));
  }

  private List<Integer> digitsTypes() {
    return encodings.entrySet().stream()
        .filter(entry -> isDigits(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String clock(String encoding) {
    return encoding.split("/")[1];
  }

  public static Sdp parse(String text) {
    String address = "";
    int port = -1;
    MediaDirection direction = MediaDirection.SENDRECV;
    Map<Integer, String> encodings = new LinkedHashMap<>();
    int packetMs = FRAME_MS;
    long version = 0;
    for (String line : text.split("\r?\n")) {
      boolean firstStream = port < 0 || !line.startsWith("m=");
      if (line.startsWith("o=")) {
        version = Long.parseLong(line.split(" ")[2]);
      } else if (line.startsWith("c=")) {
        address = line.split(" ")[2].trim();
      } else if (line.startsWith("m=audio ") && firstStream) {
        String[] parts = line.trim().split(" ");
        port = Integer.parseInt(parts[1]);
        for (int i = 3; i < parts.length; i++) {
          int type = Integer.parseInt(parts[i]);
          encodings.put(type, STATIC.getOrDefault(type, "?"));
        }
      } else if (line.startsWith("a=rtpmap:")) {
        String[] parts = line.trim().substring(9).split(" ");
        String name = parts[1].toUpperCase(Locale.ROOT).replaceAll("(/\\d+)/1$", "$1");
        encodings.replace(Integer.parseInt(parts[0]), name);
      } else if (line.startsWith("a=ptime:")) {
        packetMs = Integer.parseInt(line.trim().substring(8));
      } else if (isDirection(line)) {
        direction = MediaDirection.valueOf(line.trim().substring(2).toUpperCase(Locale.ROOT));
      }
    }
    if (port < 0) {
      throw new AssertionError("No audio stream in this SDP: " + text);
    }
    return new Sdp(address, port, encodings, direction, packetMs, version);
  }

  private static boolean isDirection(String line) {
    return line.trim().matches("a=(sendrecv|sendonly|recvonly|inactive)");
  }

  public String render() {
    List<String> lines = new ArrayList<>();
    lines.add("v=0");
    lines.add("o=phone 20261121 " + version + " IN IP4 " + address);
    lines.add("s=-");
    lines.add("c=IN IP4 " + address);
    lines.add("t=0 0");
    String types = String.join(" ", encodings.keySet().stream().map(String::valueOf).toList());
    lines.add("m=audio " + port + " RTP/AVP " + types);
    encodings.forEach(
        (type, name) ->
            lines.add(
                "a=rtpmap:"
                    + type
                    + " "
                    + name.replace("TELEPHONE", "telephone").replace("EVENT", "event")));
    digitsTypes().forEach(type -> lines.add("a=fmtp:" + type + " 0-15"));
    lines.add("a=ptime:" + packetMs);
    lines.add("a=" + direction.attribute());
    return String.join("\r\n", lines) + "\r\n";
  }
}
