package org.tandemvoice.peer.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A client of the event stream that subscribes and then takes nothing, behind a receive buffer of a
 * few kilobytes. Its frames are those of RFC 6455 section 5.2.
 */
public final class DeafListener implements AutoCloseable {

  private static final int SMALL = 4_096;
  private static final int FIN_TEXT = 0x81;
  private static final int MASKED_SHORT = 0x80 | 126;
  private static final int CLOSE = 8;

  private final Socket socket = new Socket();

  private DeafListener() {}

  /**
   * @param uri with its credential
   */
  public static DeafListener at(URI uri, String topic) {
    DeafListener listener = new DeafListener();
    try {
      listener.connect(uri);
      JsonObject message =
          Json.createObjectBuilder()
              .add("type", "subscribe")
              .add("topics", Json.createArrayBuilder().add(topic))
              .build();
      listener.say(message.toString());
      return listener;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private void connect(URI uri) throws IOException {
    socket.setReceiveBufferSize(SMALL);
    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
    String request =
        "GET "
            + uri.getRawPath()
            + "?"
            + uri.getRawQuery()
            + " HTTP/1.1\r\nHost: "
            + uri.getAuthority()
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) socket.getInputStream().read());
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      throw new AssertionError("no WebSocket: " + head);
    }
  }

  /** One text of less than 64 KB, under a mask of zeros. */
  private void say(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(FIN_TEXT);
    frame.write(MASKED_SHORT);
    frame.write(bytes.length >> 8);
    frame.write(bytes.length);
    frame.writeBytes(new byte[4]);
    frame.writeBytes(bytes);
    socket.getOutputStream().write(frame.toByteArray());
  }

  /** Whether the server takes nothing from it any more, which is seen one message later. */
  public boolean isCutOff() {
    try {
      say("Are you there?");
      return false;
    } catch (IOException broken) {
      return true;
    }
  }

  /**
   * Takes all that was on its way to it. True if the server has closed the connection, by a frame
   * or without; false if it is open and nothing comes for so long.
   */
  public boolean isDropped(Duration patience) {
    try {
      socket.setSoTimeout((int) patience.toMillis());
      DataInputStream in = new DataInputStream(socket.getInputStream());
      int type = in.readUnsignedByte() & 0xF;
      while (type != CLOSE) {
        in.readNBytes(length(in));
        type = in.readUnsignedByte() & 0xF;
      }
      return true;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException broken) {
      return true;
    }
  }

  private static int length(DataInputStream in) throws IOException {
    int length = in.readUnsignedByte() & 0x7F;
    return switch (length) {
      case 126 -> in.readUnsignedShort();
      case 127 -> (int) in.readLong();
      default -> length;
    };
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
