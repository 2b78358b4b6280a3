package org.tandemvoice.sip.connector;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Asks the container's own UDP listening point with a real OPTIONS packet and waits for the answer:
 * the way to notice a stack whose port is bound and whose threads are dead.
 */
public final class SelfProbe {

  private static final String BRANCH = "z9hG4bKprobe-";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final InetSocketAddress target;
  private final Clock clock;

  SelfProbe(InetAddress listening, int port, Clock clock) {
    InetAddress address =
        listening.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listening;
    this.target = new InetSocketAddress(address, port);
    this.clock = clock;
  }

  /** Whether a Via branch is that of a probe. */
  public static boolean isProbe(String branch) {
    return branch != null && branch.startsWith(BRANCH);
  }

  /** Whether OPTIONS was answered with 200, or with 503 by a server that drains. */
  boolean answered() {
    try (DatagramSocket socket = new DatagramSocket(0, target.getAddress())) {
      String callId = UUID.randomUUID().toString();
      byte[] request = options(socket.getLocalPort(), callId).getBytes(US_ASCII);
      socket.send(new DatagramPacket(request, request.length, target));
      return awaitAnswer(socket, callId);
    } catch (IOException e) {
      return false;
    }
  }

  private boolean awaitAnswer(DatagramSocket socket, String callId) throws IOException {
    long deadline = clock.millis() + PATIENCE.toMillis();
    DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
    while (clock.millis() < deadline) {
      socket.setSoTimeout((int) Math.max(1, deadline - clock.millis()));
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException e) {
        return false;
      }
      String answer = new String(packet.getData(), 0, packet.getLength(), US_ASCII);
      if (answer.contains(callId)) {
        return answer.startsWith("SIP/2.0 200") || answer.startsWith("SIP/2.0 503");
      }
    }
    return false;
  }

  private String options(int localPort, String callId) {
    String host = bracketed(target.getAddress());
    String here = host + ":" + localPort;
    return String.join(
        "\r\n",
        "OPTIONS sip:" + host + ":" + target.getPort() + " SIP/2.0",
        "Via: SIP/2.0/UDP " + here + ";rport;branch=" + BRANCH + callId,
        "Max-Forwards: 1",
        "From: <sip:probe@" + host + ">;tag=" + callId.substring(0, 8),
        "To: <sip:" + host + ":" + target.getPort() + ">",
        "Call-ID: " + callId,
        "CSeq: 1 OPTIONS",
        "Contact: <sip:probe@" + here + ">",
        "User-Agent: Tandem self-probe",
        "Content-Length: 0",
        "",
        "");
  }

  private static String bracketed(InetAddress address) {
    String text = address.getHostAddress();
    return text.indexOf(':') < 0 ? text : "[" + text + "]";
  }
}
