package org.tandemvoice.conference;

import jakarta.json.Json;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.audio.AudioAssertions;
import org.tandemvoice.peer.process.BaresipPhone;
import org.tandemvoice.peer.process.RealPeers;
import org.tandemvoice.peer.sip.Account;
import org.tandemvoice.platform.PlatformTest;

/** A conference of three real softphones, each with a tone of its own. */
@PlatformTest
class ThreePhonesIT {

  private static final Duration TOGETHER = Duration.ofSeconds(4);
  private static final Duration HEARD = Duration.ofSeconds(1);

  @TempDir private Path folder;

  @AutoClose private final Office office = Office.open();

  @Test
  void eachHearsTheTwoOthersAndNotItself() {
    RealPeers.require("baresip");
    String conference = UUID.randomUUID().toString();
    Account anna = office.extension();
    Account bert = office.extension();
    Account carl = office.extension();
    InetSocketAddress server = office.platform().sip();
    try (BaresipPhone one = BaresipPhone.start(folder.resolve("anna"), server, anna, 500);
        BaresipPhone two = BaresipPhone.start(folder.resolve("bert"), server, bert, 900);
        BaresipPhone three = BaresipPhone.start(folder.resolve("carl"), server, carl, 1400)) {
      join(one, anna, conference);
      join(two, bert, conference);
      join(three, carl, conference);

      Waiting.pass(TOGETHER);
      one.hangUp();
      two.hangUp();
      three.hangUp();

      AudioAssertions.assertThat(one.heard()).hearsTone(900, HEARD).hearsTone(1400, HEARD);
      AudioAssertions.assertThat(one.heard()).hearsNoTone(500);
      AudioAssertions.assertThat(two.heard()).hearsTone(500, HEARD).hearsTone(1400, HEARD);
      AudioAssertions.assertThat(two.heard()).hearsNoTone(900);
      AudioAssertions.assertThat(three.heard()).hearsTone(500, HEARD).hearsTone(900, HEARD);
      AudioAssertions.assertThat(three.heard()).hearsNoTone(1400);
    }
  }

  private void join(BaresipPhone phone, Account account, String conference) {
    phone.awaitRegistered();
    office
        .api()
        .call(
            account.user(),
            ApiClient.action(
                "conference_join",
                Json.createObjectBuilder().add("conference_id", conference).build()));
    phone.awaitRinging();
    phone.accept();
  }
}
