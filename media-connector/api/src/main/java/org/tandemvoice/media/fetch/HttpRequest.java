package org.tandemvoice.media.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A request (RFC 9112 section 3) on a connection used once.
 *
 * @param accept media types
 * @param contentType of the body; not sent without one
 * @param body empty for none
 */
public record HttpRequest(String method, URI uri, String accept, String contentType, String body) {

  private static final String NO_LINES = "[\\r\\n]";

  /** A request without a body. */
  public static HttpRequest get(URI uri, String accept) {
    return new HttpRequest("GET", uri, accept, "", "");
  }

  boolean isSecure() {
    return "https".equals(uri.getScheme().toLowerCase(Locale.ROOT));
  }

  int port() {
    return uri.getPort() > 0 ? uri.getPort() : isSecure() ? 443 : 80;
  }

  void write(OutputStream out) throws IOException {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String hostPort =
        port() == (isSecure() ? 443 : 80) ? uri.getHost() : uri.getHost() + ":" + port();
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        method
            + " "
            + path
            + query
            + " HTTP/1.1\r\n"
            + "Host: "
            + hostPort
            + "\r\n"
            + "User-Agent: Tandem\r\n"
            + "Accept: "
            + accept
            + "\r\n"
            + "Accept-Encoding: identity\r\n"
            + describe(content)
            + "Connection: close\r\n\r\n";
    // A URI's raw parts hold no line break, but may hold letters outside ASCII.
    out.write(head.getBytes(StandardCharsets.UTF_8));
    out.write(content);
    out.flush();
  }

  /** RFC 9110 section 8.6: a method that may have a body says so when there is none. */
  private String describe(byte[] content) {
    if (content.length > 0) {
      return "Content-Type: "
          + contentType.replaceAll(NO_LINES, "")
          + "\r\nContent-Length: "
          + content.length
          + "\r\n";
    }
    return method.equals("POST") || method.equals("PUT") ? "Content-Length: 0\r\n" : "";
  }
}
