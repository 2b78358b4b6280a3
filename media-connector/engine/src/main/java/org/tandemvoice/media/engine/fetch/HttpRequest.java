package org.tandemvoice.media.engine.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A GET request (RFC 9112 section 3) on a connection used once. */
record HttpRequest(URI uri, String host, int port, boolean isSecure) {

  void write(OutputStream out) throws IOException {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String hostPort = port == (isSecure ? 443 : 80) ? host : host + ":" + port;
    String request =
        "GET "
            + path
            + query
            + " HTTP/1.1\r\n"
            + "Host: "
            + hostPort
            + "\r\n"
            + "User-Agent: Tandem\r\n"
            + "Accept: audio/*, */*;q=0.5\r\n"
            + "Accept-Encoding: identity\r\n"
            + "Connection: close\r\n\r\n";
    // A URI's raw parts hold no line break, but may hold letters outside ASCII.
    out.write(request.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
