package org.tandemvoice.sip.connector;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfProbeTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @ParameterizedTest
  @CsvSource({"200 OK, true", "503 Service Unavailable, true", "500 Server Error, false"})
  void answerIsJudgedByItsStatus(String status, boolean good) throws Exception {
    try (DatagramSocket peer = new DatagramSocket(0, HERE)) {
      CompletableFuture<Void> answering = CompletableFuture.runAsync(() -> answer(peer, status));

      assertThat(new SelfProbe(HERE, peer.getLocalPort(), Clock.systemUTC()).answered())
          .isEqualTo(good);
      answering.join();
    }
  }

  @Test
  void silenceIsNoAnswer() throws Exception {
    try (DatagramSocket peer = new DatagramSocket(0, HERE)) {
      assertThat(new SelfProbe(HERE, peer.getLocalPort(), Clock.systemUTC()).answered()).isFalse();
    }
  }

  private static void answer(DatagramSocket peer, String status) {
    try {
      DatagramPacket request = new DatagramPacket(new byte[4096], 4096);
      peer.receive(request);
      String text = new String(request.getData(), 0, request.getLength(), US_ASCII);
      String headers = text.substring(text.indexOf("\r\n"));
      byte[] response = ("SIP/2.0 " + status + headers).getBytes(US_ASCII);
      peer.send(new DatagramPacket(response, response.length, request.getSocketAddress()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
