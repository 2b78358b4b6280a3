package org.tandemvoice.torture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One torture message: a file of head lines, {@code ===} and the message, in which a line ends in
 * CRLF, {@code <hex:..>} is octets, {@code <repeat:count:text>} is text and {@code <length>} is the
 * length of the body.
 */
record TortureMessage(
    String tag, String title, String section, Set<String> udp, Set<String> tcp, String template) {

  private static final Pattern ESCAPE =
      Pattern.compile("<hex:([0-9A-F]+)>|<repeat:(\\d+):([^>]*)>|\n");
  private static final Pattern TOP_VIA =
      Pattern.compile("(?m)^(Via *: *SIP/[27]\\.0/)(?:UDP|TCP|TLS)(.*)$");
  private static final Pattern CALL_ID = Pattern.compile("(?im)^((?:Call-ID|i): *)");
  private static final Pattern SENT_BY_PORT =
      Pattern.compile("(?m)^Via *: *\\S+ +(?:\\[[^\\]]*\\]|[^:;\\s]+):(\\d+)");

  static List<TortureMessage> all() {
    try (Stream<Path> files =
        Files.walk(Path.of(TortureMessage.class.getResource("/torture").toURI()))) {
      return files
          .filter(file -> file.toString().endsWith(".sip"))
          .sorted()
          .map(TortureMessage::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static TortureMessage read(Path file) {
    try {
      String[] parts = Files.readString(file).split("(?m)^===\n", 2);
      Map<String, String> head = new HashMap<>();
      for (String line : parts[0].split("\n")) {
        String[] pair = line.split(": ", 2);
        head.put(pair[0], pair[1]);
      }
      Set<String> udp = Set.of(head.get("expect").split(" "));
      Set<String> tcp = Set.of(head.getOrDefault("expect-tcp", head.get("expect")).split(" "));
      String tag = file.getFileName().toString().replace(".sip", "");
      return new TortureMessage(tag, head.get("title"), head.get("section"), udp, tcp, parts[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /**
   * The octets to send. Three things differ from the RFC so that many messages can go to one server
   * one after the other: the transport of the top Via is the one used, and Call-ID and the top
   * branch carry a mark, by which the answer is known.
   */
  byte[] octets(String transport, String mark) {
    String text = new String(expanded(), StandardCharsets.ISO_8859_1);
    Matcher via = TOP_VIA.matcher(text);
    if (via.find()) {
      String rest = via.group(2).replaceFirst("(branch=z9hG4bK)(?=[^\\s;])", "$1" + mark);
      String line = Matcher.quoteReplacement(via.group(1) + transport + rest);
      text = via.replaceFirst(line);
    }
    text = CALL_ID.matcher(text).replaceAll("$1" + mark);
    int bodyAt = text.indexOf("\r\n\r\n") + 4;
    text = text.replaceFirst("<length>", Integer.toString(text.length() - bodyAt));
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] expanded() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Matcher escape = ESCAPE.matcher(template);
    int done = 0;
    while (escape.find()) {
      out.writeBytes(template.substring(done, escape.start()).getBytes(StandardCharsets.UTF_8));
      done = escape.end();
      if (escape.group(1) != null) {
        out.writeBytes(HexFormat.of().parseHex(escape.group(1)));
      } else if (escape.group(2) != null) {
        String many = escape.group(3).repeat(Integer.parseInt(escape.group(2)));
        out.writeBytes(many.getBytes(StandardCharsets.UTF_8));
      } else {
        out.writeBytes(new byte[] {'\r', '\n'});
      }
    }
    out.writeBytes(template.substring(done).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /** The port to which RFC 3261 18.2.2 sends the answer of a request that has no rport. */
  int answerPort() {
    Matcher port = SENT_BY_PORT.matcher(template);
    boolean rport = template.contains(";rport");
    return port.find() && !rport ? Integer.parseInt(port.group(1)) : 5060;
  }

  Set<String> expected(String transport) {
    return "UDP".equals(transport) ? udp : tcp;
  }

  @Override
  public String toString() {
    return tag + " (" + section + ")";
  }
}
