package org.tandemvoice.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.DigestChallenge;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SipRequest;
import org.tandemvoice.peer.sip.SipResponse;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.DatabaseLine;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformProcess;
import org.tandemvoice.platform.PlatformTest;

/**
 * A server that is brought to each of its limits in turn: it says that it is not ready, lives on,
 * and is ready again when the cause is gone. The last test stops it.
 */
@PlatformTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadinessIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Ports for four legs: two calls between two phones. */
  private static final Map<String, String> NARROW =
      Map.of(
          "RTP_PORT_MIN", "26000",
          "RTP_PORT_MAX", "26007",
          "SIP_THREADS", "1",
          "SIP_PROBE_SECONDS", "1",
          "SIP_MAX_SESSIONS", "60");

  private static PlatformProcess server;
  private static Platform platform;
  private static Office office;
  private static SoftPhone caller;
  private static Call call;

  @BeforeAll
  static void start() {
    server = PlatformProcess.start("readiness", NARROW);
    platform = server.platform();
    office = Office.at(platform);
    call = null;
  }

  @AfterAll
  static void stop() {
    office.close();
    server.close();
  }

  @Test
  @Order(1)
  void isNotReadyWithoutAnRtpPort() {
    startCall();
    Call first = call;
    startCall();

    expectNotReady();
    assertThat(platform.gauges().number("Media", "FreePorts")).isZero();
    int refused =
        office.registered().dial(caller.account().addressOfRecord()).expectFinal(PATIENCE).status();
    assertThat(refused).isEqualTo(503);

    first.hangUp();
    expect("ready with free ports", platform::isReady);
    call.hangUp();
    call = null;
    expect("no media", () -> platform.gauges().number("Media", "OpenSessions") == 0);
  }

  @Test
  @Order(2)
  void isNotReadyWithoutADatabase() {
    DatabaseLine line = lineToMariaDb();

    line.cut();
    try {
      expectNotReady();
    } finally {
      line.mend();
    }
    expect("ready with its database", platform::isReady);
  }

  @Test
  @Order(3)
  void isNotReadyWhenSipDoesNotAnswer() {
    DatabaseLine line = lineToMariaDb();
    SoftPhone phone = office.registered();
    SipRequest register = phone.registration().request(Duration.ofHours(1));
    DigestChallenge known = phone.registration().challenge();
    register.header("Authorization", phone.digest().answer(known, "REGISTER", register.uri()));

    // the one SIP thread now waits for the database, and with it the server's OPTIONS to itself
    line.hold();
    phone.endpoint().send(register, platform.sip());
    try {
      expect("down for SIP", () -> "DOWN".equals(status("sip")));
      assertThat(status("database")).isEqualTo("DOWN");
    } finally {
      line.mend();
    }
    expect("ready with its SIP thread", platform::isReady);
  }

  @Test
  @Order(4)
  void refusesNewCallsWhileItHasTooManySessions() {
    startCall();
    SoftPhone phone = office.phone();
    List<SipResponse> answers = new ArrayList<>();

    expect(
        "refusal of too many",
        () -> {
          // unlike a REGISTER, it is challenged in a session, which stays for a while
          phone.exchange(phone.request("MESSAGE", phone.account().addressOfRecord()));
          answers.add(phone.exchange(phone.registration().request(Duration.ofHours(1))));
          return answers.get(answers.size() - 1).status() == 503;
        });

    SipResponse refusal = answers.get(answers.size() - 1);
    assertThat(Integer.parseInt(refusal.header("Retry-After"))).isBetween(5, 15);
    assertThat(answers).hasSizeBetween(10, 65);
    assertThat(phone.options("sip:127.0.0.1").status()).isEqualTo(200);
    assertThat(platform.gauges().number("Sip", "RejectedByCongestion")).isPositive();
    assertThat(status("sip")).isEqualTo("UP");
    call.hold();
    call.resume();
  }

  @Test
  @Order(5)
  void isNotReadyWhileItDrains() {
    if (call == null) {
      startCall();
    }
    expect("ready before it stops", platform::isReady);
    // its BYE is answered when all has been looked at
    AtomicBoolean isLooking = new AtomicBoolean(true);
    caller
        .endpoint()
        .loseIncoming(
            message -> isLooking.get() && message.startLine().startsWith("BYE "),
            Integer.MAX_VALUE);

    server.beginStop();

    expect(
        "draining", () -> "true".equals(check("sip").getJsonObject("data").getString("draining")));
    expectNotReady();
    OutgoingCall late = caller.dial(caller.account().addressOfRecord());
    SipResponse refusal = late.expectStatus(503);
    assertThat(Integer.parseInt(refusal.header("Retry-After"))).isPositive();
    isLooking.set(false);
    call.awaitEnd();
    server.awaitEnd();
  }

  private static void startCall() {
    SoftPhone called = office.registered();
    caller = office.registered();
    OutgoingCall dialling = caller.dial(called.account().addressOfRecord());
    called.expectCall().answer();
    call = dialling.expectAnswer();
  }

  private static DatabaseLine lineToMariaDb() {
    assumeTrue(server.databaseLine().isPresent(), "H2 is part of the server");
    return server.databaseLine().orElseThrow();
  }

  private static void expectNotReady() {
    expect("not ready", () -> !platform.isReady());
    assertThat(platform.anonymous().get("/health/live").status()).isEqualTo(200);
    assertThat(platform.anonymous().get("/health/started").status()).isEqualTo(200);
  }

  private static String status(String name) {
    return check(name).getString("status");
  }

  private static JsonObject check(String name) {
    return platform.anonymous().get("/health/ready").object().getJsonArray("checks").stream()
        .map(found -> found.asJsonObject())
        .filter(found -> name.equals(found.getString("name")))
        .findFirst()
        .orElseThrow();
  }

  private static void expect(String what, BooleanSupplier condition) {
    Platform.await(what, PATIENCE, condition);
  }
}
