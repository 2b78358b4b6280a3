package org.tandemvoice.torture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Throws octets at the server and reads statuses back. It has a loopback address of its own, so
 * that an answer to the port of a Via without rport finds it.
 */
final class TorturePeer {

  /** What came back: the final status, 0 for nothing or for a closed connection. */
  record Outcome(int status, String answers) {

    private static final Pattern FAULT = Pattern.compile("400|500|505|513");

    boolean fits(String expected) {
      return switch (expected) {
        case "drop" -> status == 0;
        case "accepted" -> status >= 200 && !FAULT.matcher(Integer.toString(status)).matches();
        default -> expected.equals(Integer.toString(status));
      };
    }
  }

  private static final String ADDRESS = "127.0.0.77";
  private static final Pattern STATUS = Pattern.compile("(?m)^SIP/2\\.0 ([2-6]\\d\\d)");

  private final InetSocketAddress server;
  private final Duration patience;

  TorturePeer(InetSocketAddress server, Duration patience) {
    this.server = server;
    this.patience = patience;
  }

  Outcome send(TortureMessage message, String transport, String mark) {
    byte[] octets = message.octets(transport, mark);
    try {
      return "UDP".equals(transport)
          ? overUdp(octets, message.answerPort(), mark)
          : overTcp(octets, mark);
    } catch (IOException e) {
      throw new UncheckedIOException(message.tag(), e);
    }
  }

  private Outcome overUdp(byte[] octets, int port, String mark) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(ADDRESS, port))) {
      socket.send(new DatagramPacket(octets, octets.length, server));
      long deadlineNs = System.nanoTime() + patience.toNanos();
      StringBuilder answers = new StringBuilder();
      byte[] buffer = new byte[65_535];
      while (true) {
        int leftMs = (int) ((deadlineNs - System.nanoTime()) / 1_000_000);
        if (leftMs <= 0) {
          return new Outcome(0, answers.toString());
        }
        socket.setSoTimeout(leftMs);
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        try {
          socket.receive(packet);
        } catch (SocketTimeoutException e) {
          return new Outcome(0, answers.toString());
        }
        String text = new String(buffer, 0, packet.getLength(), StandardCharsets.ISO_8859_1);
        answers.append(text);
        int status = status(text, mark);
        if (status > 0) {
          return new Outcome(status, answers.toString());
        }
      }
    }
  }

  private Outcome overTcp(byte[] octets, String mark) throws IOException {
    try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
      socket.getOutputStream().write(octets);
      long deadlineNs = System.nanoTime() + patience.toNanos();
      ByteArrayOutputStream answers = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (true) {
        int leftMs = (int) ((deadlineNs - System.nanoTime()) / 1_000_000);
        String text = answers.toString(StandardCharsets.ISO_8859_1);
        int status = status(text, mark);
        if (status > 0 || leftMs <= 0) {
          return new Outcome(status, text);
        }
        socket.setSoTimeout(leftMs);
        int count = read(socket, buffer);
        if (count < 0) {
          return new Outcome(0, text + "(closed)");
        }
        answers.write(buffer, 0, count);
      }
    }
  }

  private static int read(Socket socket, byte[] buffer) throws IOException {
    try {
      return socket.getInputStream().read(buffer);
    } catch (SocketTimeoutException e) {
      return 0;
    } catch (java.net.SocketException e) {
      return -1; // reset by the server
    }
  }

  private static int status(String answers, String mark) {
    Matcher status = STATUS.matcher(answers);
    return answers.contains(mark) && status.find() ? Integer.parseInt(status.group(1)) : 0;
  }
}
