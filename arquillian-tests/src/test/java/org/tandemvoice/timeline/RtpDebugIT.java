package org.tandemvoice.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.JsonBody;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** The RTP of a call in its capture file, for who asks for it and for nobody else. */
@PlatformTest
class RtpDebugIT {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final JsonObject SLEEP =
      action("sleep", Json.createObjectBuilder().add("duration", 60_000).build());

  /** An UDP datagram of a capture file. */
  private record Datagram(long micros, int from, int to, ByteBuffer content) {

    /** RFC 3550 section 5.1: version 2. */
    boolean isRtp() {
      return (content.get(0) & 0xC0) == 0x80 && content.capacity() > 12;
    }
  }

  @Test
  void holdsBothDirectionsIfTheCustomerWantsIt() {
    try (Office office = Office.open()) {
      SoftPhone phone = office.registered();
      assertThat(rtp(capture(office, talk(office, phone)))).isEmpty();
      JsonObject on = JsonBody.of("{'rtp_debug':true}");
      office.api().put("/v1.0/customer/metadata", on).expect(200);

      String id = office.api().call(phone.account().user(), action("answer"), SLEEP);
      Call call = phone.expectCall().answer();
      call.media().sayTone(1_500);
      int port = call.media().address().getPort();
      Waiting.pass(Duration.ofSeconds(3));
      List<Datagram> during = rtp(capture(office, id));
      call.hangUp();
      office.api().awaitStatus(id, "hangup", PATIENCE);
      List<Datagram> all = capture(office, id);
      List<Datagram> after = rtp(all);

      assertThat(during).filteredOn(one -> one.from() == port).hasSizeGreaterThan(50);
      assertThat(during).filteredOn(one -> one.to() == port).hasSizeGreaterThan(50);
      assertThat(after).hasSizeGreaterThanOrEqualTo(during.size());
      assertThat(after).allMatch(one -> one.from() == port || one.to() == port);
      assertThat(all).extracting(Datagram::micros).isSorted();
      assertThat(all).as("SIP as well").hasSizeGreaterThan(after.size());
      List<Integer> sequence =
          after.stream()
              .filter(one -> one.to() == port)
              .map(one -> one.content().getShort(2) & 0xFFFF)
              .toList();
      assertThat(sequence).doesNotHaveDuplicates();
    }
  }

  private static String talk(Office office, SoftPhone phone) {
    String id = office.api().call(phone.account().user(), action("answer"), SLEEP);
    Call call = phone.expectCall().answer();
    call.media().sayTone(1_500);
    Waiting.pass(Duration.ofMillis(500));
    call.hangUp();
    office.api().awaitStatus(id, "hangup", PATIENCE);
    return id;
  }

  private static List<Datagram> rtp(List<Datagram> all) {
    return all.stream().filter(Datagram::isRtp).toList();
  }

  private static List<Datagram> capture(Office office, String call) {
    String path = "/v1.0/timelines/calls/" + call + "/pcap?accesskey=" + office.accessKey();
    URI uri = Platform.shared().api().resolve(path);
    try {
      HttpResponse<byte[]> answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      return parse(ByteBuffer.wrap(answer.body()));
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private static List<Datagram> parse(ByteBuffer file) {
    assertThat(file.getInt(0)).isEqualTo(0xa1b2c3d4);
    List<Datagram> found = new ArrayList<>();
    int at = 24;
    while (at < file.capacity()) {
      long micros = Integer.toUnsignedLong(file.getInt(at)) * 1_000_000 + file.getInt(at + 4);
      int length = file.getInt(at + 8);
      ByteBuffer packet = file.slice(at + 16, length);
      assertThat(packet.get(0)).as("IPv4").isEqualTo((byte) 0x45);
      found.add(
          new Datagram(
              micros,
              packet.getShort(20) & 0xFFFF,
              packet.getShort(22) & 0xFFFF,
              packet.slice(28, length - 28)));
      at += 16 + length;
    }
    return found;
  }
}
