package org.tandemvoice.node.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the other nodes reach the API of this one. What they hand on carries the credentials of
 * customers: this is an address of the network between the nodes, not of the public one.
 */
@ApplicationScoped
public class NodeUrl {

  private static final Set<String> ANY = Set.of("0.0.0.0", "::", "[::]");

  private String text = "";

  protected NodeUrl() {}

  /**
   * @param given {@code NODE_URL}, {@code http://host:port}
   * @param host {@code HTTP_HOST}; without {@code NODE_URL} the others come to it, or if that is
   *     any address to the first one of this machine
   * @param port {@code HTTP_PORT}
   * @throws IllegalArgumentException if {@code NODE_URL} is no such URL
   */
  @Inject
  public NodeUrl(
      @ConfigProperty(name = "NODE_URL") Optional<String> given,
      @ConfigProperty(name = "HTTP_HOST", defaultValue = "0.0.0.0") String host,
      @ConfigProperty(name = "HTTP_PORT", defaultValue = "8080") int port) {
    this.text =
        given
            .map(String::strip)
            .filter(url -> !url.isEmpty())
            .map(NodeUrl::checked)
            .orElseGet(
                () -> "http://" + bracketed(ANY.contains(host) ? first() : host) + ":" + port);
  }

  private static String checked(String url) {
    URI uri = URI.create(url);
    boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!isWeb || uri.getHost() == null || uri.getRawQuery() != null || url.length() > 255) {
      throw new IllegalArgumentException("NODE_URL is '" + url + "': give http://host:port");
    }
    return url.replaceFirst("/+$", "");
  }

  private static String bracketed(String host) {
    return host.indexOf(':') < 0 || host.startsWith("[") ? host : "[" + host + "]";
  }

  private static String first() {
    try {
      return NetworkInterface.networkInterfaces()
          .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
          .map(InetAddress::getHostAddress)
          .findFirst()
          .orElse("127.0.0.1");
    } catch (SocketException noNetwork) {
      throw new UncheckedIOException(noNetwork);
    }
  }

  /** Without a slash at its end. */
  public String text() {
    return text;
  }
}
