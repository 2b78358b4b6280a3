package org.tandemvoice.media.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.engine.rtcp.ReceptionStatistics;
import org.tandemvoice.media.engine.rtcp.RtcpSession;
import org.tandemvoice.media.engine.rtp.BigEndian;

class ReportsTest {

  @TempDir private Path folder;

  @Test
  void exchangesReportsOnTheRtpPortAndSaysGoodbye() throws Exception {
    try (EngineRig rig = new EngineRig(folder);
        Phone phone = new Phone()) {
      MediaSession session = rig.engine().open(UUID.randomUUID());
      String answer = session.answer(phone.offer() + "a=rtcp-mux\r\n");
      assertThat(answer).contains("a=rtcp-mux");
      phone.connect(answer);
      phone.sayTone(20, 440);
      assertThat(EngineRig.await(() -> phone.report(200).isPresent())).isTrue();
      byte[] report = phone.report(200).orElseThrow();
      int engineSsrc = BigEndian.readInt(report, 4);
      assertThat(BigEndian.readInt(report, 28)).as("our SSRC is reported on").isEqualTo(77);

      ReceptionStatistics reception = new ReceptionStatistics();
      reception.packet(engineSsrc, 1, 0, 0);
      RtcpSession ours = new RtcpSession(Clock.systemUTC(), reception, 77, "phone");
      long now = System.nanoTime();
      ours.receive(report, report.length, now);
      phone.sendRaw(ours.packet(), ours.report(now, 0, 1, 160));

      assertThat(EngineRig.await(() -> session.statistics().rttMs() > 0)).isTrue();
      assertThat(session.statistics().rttMs()).isLessThan(2_000);
      session.close();
      assertThat(
              EngineRig.await(() -> phone.report(200).map(ReportsTest::saysGoodbye).orElse(false)))
          .isTrue();
    }
  }

  private static boolean saysGoodbye(byte[] compound) {
    return (compound[compound.length - 7] & 0xFF) == 203;
  }
}
