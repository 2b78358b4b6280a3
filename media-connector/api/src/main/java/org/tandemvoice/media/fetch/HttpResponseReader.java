package org.tandemvoice.media.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one response (RFC 9112 sections 4 to 7) with a limit on time and size. */
final class HttpResponseReader {

  private static final int MAX_LINE = 8_192;
  private static final int MAX_HEADERS = 200;
  private static final int MAX_INTERIM = 5;

  private final Socket socket;
  private final InputStream in;
  private final Deadline deadline;
  private final int maxBytes;

  HttpResponseReader(Socket socket, Deadline deadline, int maxBytes) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.deadline = deadline;
    this.maxBytes = maxBytes;
  }

  HttpResponse read(URI uri) throws IOException, FetchException {
    for (int interim = 0; interim < MAX_INTERIM; interim++) {
      int status = status(line());
      Map<String, String> headers = headers();
      if (status >= 200) {
        HttpResponse bare =
            new HttpResponse(status, Optional.ofNullable(headers.get("location")), new byte[0]);
        // RFC 9112 section 6.3: these two never have a body.
        boolean isBare = status == 204 || status == 304 || bare.isRedirect();
        return isBare ? bare : new HttpResponse(status, bare.location(), body(uri, headers));
      }
    }
    throw new IOException("Too many interim responses");
  }

  private static int status(String line) throws IOException {
    if (!line.matches("HTTP/1\\.[01] [1-9]\\d\\d(| .*)")) {
      throw new IOException("No HTTP/1.1 status line");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (int count = 0; count < MAX_HEADERS; count++) {
      String line = line();
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    throw new IOException("Too many header lines");
  }

  private byte[] body(URI uri, Map<String, String> headers) throws IOException, FetchException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (headers.getOrDefault("transfer-encoding", "identity").equalsIgnoreCase("chunked")) {
      chunks(uri, body);
    } else if (headers.containsKey("content-length")) {
      long length = number(headers.get("content-length"), 10);
      if (copy(uri, body, length) < length) {
        throw new EOFException("The body ends early");
      }
    } else {
      copy(uri, body, Long.MAX_VALUE);
    }
    return body.toByteArray();
  }

  private void chunks(URI uri, ByteArrayOutputStream body) throws IOException, FetchException {
    while (true) {
      long length = number(line().split(";", 2)[0].strip(), 16);
      if (length == 0) {
        return;
      }
      if (copy(uri, body, length) < length || !line().isEmpty()) {
        throw new EOFException("A chunk ends early");
      }
    }
  }

  private long copy(URI uri, ByteArrayOutputStream body, long length)
      throws IOException, FetchException {
    byte[] buffer = new byte[16_384];
    long copied = 0;
    while (copied < length) {
      socket.setSoTimeout(deadline.remainingMillis());
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, length - copied));
      if (read < 0) {
        break;
      }
      if (body.size() + read > maxBytes) {
        throw new FetchException("The answer of " + uri + " has more than " + maxBytes + " bytes");
      }
      body.write(buffer, 0, read);
      copied += read;
    }
    return copied;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = readByte(); c != '\n'; c = readByte()) {
      if (line.size() >= MAX_LINE) {
        throw new IOException("A header line is too long");
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private int readByte() throws IOException {
    socket.setSoTimeout(deadline.remainingMillis());
    int c = in.read();
    if (c < 0) {
      throw new EOFException("The connection ended early");
    }
    return c;
  }

  private static long number(String text, int radix) throws IOException {
    try {
      long number = Long.parseLong(text, radix);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IOException("No length: " + text, e);
    }
    throw new IOException("No length: " + text);
  }
}
