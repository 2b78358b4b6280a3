package org.tandemvoice.network.control;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address or a network in CIDR form (RFC 4632, RFC 4291 section 2.3). Names are not resolved.
 *
 * @param bits how many leading bits of the address count
 */
public record NetworkRange(InetAddress address, int bits) {

  private static final Pattern LITERAL =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

  /** Empty if the text is neither. */
  public static Optional<NetworkRange> parse(String text) {
    String[] parts = text.strip().split("/", 2);
    if (!LITERAL.matcher(parts[0]).matches()) {
      return Optional.empty();
    }
    try {
      InetAddress address = InetAddress.getByName(parts[0]);
      int all = address.getAddress().length * 8;
      if (parts.length == 1) {
        return Optional.of(new NetworkRange(address, all));
      }
      return parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= all
          ? Optional.of(new NetworkRange(address, Integer.parseInt(parts[1])))
          : Optional.empty();
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }

  /** Whether one of the ranges holds this address, given as text. */
  public static boolean anyContains(Collection<String> ranges, String address) {
    return parse(address)
        .map(
            inside ->
                ranges.stream()
                    .flatMap(range -> parse(range).stream())
                    .anyMatch(range -> range.contains(inside.address())))
        .orElse(false);
  }

  public boolean contains(InetAddress other) {
    byte[] own = address.getAddress();
    byte[] given = other.getAddress();
    if (own.length != given.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((own[bit / 8] & mask) != (given[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
