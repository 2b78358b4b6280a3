package org.tandemvoice.peer.rtp;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The one audio stream of a session description (RFC 8866, RFC 3264). {@code encodings} maps
 * payload types to {@code NAME/clock} in order of preference; port 0 is a refused stream.
 */
public record Sdp(
    String address,
    int port,
    Map<Integer, String> encodings,
    MediaDirection direction,
    long version) {

  public static final String TYPE = "application/sdp";
  static final String DIGITS = "TELEPHONE-EVENT/8000";

  private static final Map<Integer, String> STATIC =
      Map.of(0, "PCMU/8000", 8, "PCMA/8000", 9, "G722/8000", 18, "G729/8000");

  /** The payload type by which the phones of the tests offer Opus. */
  public static final int OPUS = 111;

  public Sdp {
    encodings = new LinkedHashMap<>(encodings);
  }

  /** An offer of those payload types with RFC 4733 digits as 101. */
  public static Sdp offer(InetSocketAddress at, int... payloadTypes) {
    Map<Integer, String> encodings = new LinkedHashMap<>();
    for (int type : payloadTypes) {
      encodings.put(type, name(type));
    }
    encodings.put(101, DIGITS);
    return new Sdp(
        at.getAddress().getHostAddress(), at.getPort(), encodings, MediaDirection.SENDRECV, 1);
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
          if (supported.contains(name) || DIGITS.equals(name)) {
            common.put(type, name);
          }
        });
    boolean any = common.values().stream().anyMatch(supported::contains);
    return new Sdp(
        at.getAddress().getHostAddress(), any ? at.getPort() : 0, common, direction.answer(), 1);
  }

  /** The same without RFC 4733 digits. */
  public Sdp withoutDigits() {
    Map<Integer, String> audio = new LinkedHashMap<>(encodings);
    audio.values().remove(DIGITS);
    return new Sdp(address, port, audio, direction, version);
  }

  public Sdp with(MediaDirection newDirection) {
    return new Sdp(address, port, encodings, newDirection, version + 1);
  }

  public InetSocketAddress rtpAddress() {
    return new InetSocketAddress(address, port);
  }

  /** The same without what the other side does not speak. */
  Sdp spokenBy(Sdp other) {
    Map<Integer, String> common = new LinkedHashMap<>(encodings);
    common.values().retainAll(other.encodings.values());
    return new Sdp(address, port, common, direction, version);
  }

  /** The first payload type of a codec: the one to send. */
  public int audioType() {
    return encodings.entrySet().stream()
        .filter(entry -> !DIGITS.equals(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No audio codec in " + this));
  }

  /** The payload type of RFC 4733 digits, -1 without. */
  public int digitsType() {
    return encodings.entrySet().stream()
        .filter(entry -> DIGITS.equals(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(-1);
  }

  public static Sdp parse(String text) {
    String address = "";
    int port = -1;
    MediaDirection direction = MediaDirection.SENDRECV;
    Map<Integer, String> encodings = new LinkedHashMap<>();
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
      } else if (isDirection(line)) {
        direction = MediaDirection.valueOf(line.trim().substring(2).toUpperCase(Locale.ROOT));
      }
    }
    if (port < 0) {
      throw new AssertionError("No audio stream in this SDP: " + text);
    }
    return new Sdp(address, port, encodings, direction, version);
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
    if (digitsType() >= 0) {
      lines.add("a=fmtp:" + digitsType() + " 0-15");
    }
    lines.add("a=ptime:20");
    lines.add("a=" + direction.attribute());
    return String.join("\r\n", lines) + "\r\n";
  }
}
