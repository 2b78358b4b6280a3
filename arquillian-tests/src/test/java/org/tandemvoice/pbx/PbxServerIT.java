package org.tandemvoice.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.office.Voices.ANNA;
import static org.tandemvoice.office.Voices.BERT;
import static org.tandemvoice.office.Voices.assertHears;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.sip.TelephoneSystem;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformProcess;
import org.tandemvoice.platform.PlatformTest;
import org.tandemvoice.platform.TestCertificate;

/**
 * Registrations by TLS, which need a server with a certificate, and what a crash leaves of them.
 */
@PlatformTest
class PbxServerIT {

  /** The stack gives a request up after 32 seconds (RFC 3261 section 17.1.2.2). */
  private static final Duration TRANSACTION = Duration.ofSeconds(50);

  private static TestCertificate certificate;
  private static PlatformProcess server;

  @AutoClose private final Office office = Office.at(server.platform());
  private final SoftPhone desk = office.registered();
  private final PbxTenant tenant = new PbxTenant(office, desk);

  @BeforeAll
  static void start() {
    certificate = TestCertificate.make("pbx");
    server = PlatformProcess.start("pbx", certificate.settings());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void ringsByTls() {
    try (TelephoneSystem system =
        TelephoneSystem.tls(certificate.identity(), "SHA-256", "2000", PbxTenant.PASSWORD)) {
      tenant.registerAt(system, "");
      system.awaitRegistered();
      tenant.awaitState("registered");
      assertThat(system.contact()).endsWith(";transport=tls");
      assertRings(system);
      office.api().delete(tenant.path()).expect(200);
      system.awaitUnregistered();
    }
  }

  @Test
  void registersAgainAfterACrash() {
    try (TelephoneSystem system =
        TelephoneSystem.udp("SHA-256", "2001", "2001", PbxTenant.PASSWORD)) {
      tenant.registerAt(system, "");
      system.awaitRegistered();
      tenant.awaitState("registered");
      assertRings(system);

      server.kill();
      int before = system.registrations();
      server.start();

      system.awaitRegistrations(before + 1);
      tenant.awaitState("registered");
      assertRings(system);
      office.api().delete(tenant.path()).expect(200);
      system.awaitUnregistered();
    }
  }

  private void assertRings(TelephoneSystem system) {
    OutgoingCall dialling = system.dialUser();
    Call agent = desk.expectCall().ring().answer();
    Call caller = dialling.expectAnswer();
    agent.media().sayTone(ANNA);
    caller.media().sayTone(BERT);
    assertHears(agent, BERT);
    assertHears(caller, ANNA);
    agent.hangUp();
    caller.awaitEnd();
  }

  @Test
  void trustsNoTelephoneSystemWithTheCertificateOfAnother() {
    TestCertificate strange = TestCertificate.make("pbx-strange");
    try (TelephoneSystem unknown =
        TelephoneSystem.tls(strange.identity(), "MD5", "2002", PbxTenant.PASSWORD)) {
      tenant.registerAt(unknown, "");
      Platform.await("the registration to fail", TRANSACTION, () -> hasFailed(tenant));

      assertThat(unknown.registers()).isEmpty();
      office.api().delete(tenant.path()).expect(200);
    }
  }

  private static boolean hasFailed(PbxTenant asking) {
    return asking.status().getString("state").equals("failed");
  }
}
