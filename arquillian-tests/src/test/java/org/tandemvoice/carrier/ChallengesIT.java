package org.tandemvoice.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.Doorkeeper;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Providers that want a proof of each single request, also within a call (RFC 3261 section 22). */
@PlatformTest
class ChallengesIT {

  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final JsonObject TERMS =
      Json.createObjectBuilder().add("username", "tandem").add("password", "carried").build();
  private static final JsonObject REST =
      action("sleep", Json.createObjectBuilder().add("duration", 600_000).build());

  @AutoClose private final Office office = Office.open();

  /** A call by a provider of its own, whose every request has to pass a door. */
  private final class Guarded implements AutoCloseable {

    private final Doorkeeper door;
    private final Carrier carrier = Carrier.known(TERMS);
    private final String number = Carrier.farNumber();
    private final Queue<Call> answered = new ConcurrentLinkedQueue<>();
    private final String id;

    /** The call is answered, and refreshed every three seconds. */
    Guarded(boolean proxy, boolean knowsUpdate) {
      door = new Doorkeeper("tandem", "carried", proxy);
      carrier.routed(office.api().customerId(), number, 1);
      if (!knowsUpdate) {
        carrier.peer().withoutUpdate();
      }
      carrier
          .peer()
          .whenCalled(
              offered -> {
                if (!offered.isRefusedBy(door)) {
                  offered.with("Session-Expires", "6;refresher=uac");
                  answered.add(offered.answerAtOnce().guardedBy(door));
                }
              });
      JsonObject order =
          Json.createObjectBuilder()
              .add("source", address("extension", "api"))
              .add("destinations", Json.createArrayBuilder().add(address("tel", number)))
              .add("actions", Json.createArrayBuilder().add(action("answer")).add(REST))
              .build();
      id =
          office
              .api()
              .post("/v1.0/calls", order)
              .expect(200)
              .array()
              .getJsonObject(0)
              .getString("id");
    }

    private JsonObject address(String type, String target) {
      return Json.createObjectBuilder().add("type", type).add("target", target).build();
    }

    void awaitAdmitted(String method, long count) {
      Platform.await(count + " times " + method, WAIT, () -> door.admitted(method) >= count);
    }

    void awaitChallenged(String method, long count) {
      Platform.await(
          count + " challenges of " + method, WAIT, () -> door.challenged(method) >= count);
    }

    /** What proves the INVITE proves its ACK (section 22.1). */
    void awaitProvedAck() {
      Platform.await(
          "an ACK with a proof",
          WAIT,
          () ->
              carrier.peer().trace().entries().stream()
                  .filter(entry -> !entry.sent() && entry.text().startsWith("ACK "))
                  .anyMatch(entry -> entry.text().contains("uthorization: Digest ")));
    }

    void assertGoesOn() {
      assertThat(office.api().get("/v1.0/calls/" + id).expect(200).object().getString("status"))
          .isEqualTo("progressing");
      assertThat(answered.element().ended()).isFalse();
    }

    void hangUp() {
      office.api().post("/v1.0/calls/" + id + "/hangup").expect(200);
      JsonObject over = office.api().awaitStatus(id, "hangup", WAIT);
      assertThat(over.getString("hangup_reason")).isEqualTo("normal");
      assertThat(over.getString("hangup_by")).isEqualTo("local");
    }

    @Override
    public void close() {
      carrier.close();
    }
  }

  @Test
  void areAnsweredForEveryRequestOfACall() {
    try (Guarded server = new Guarded(false, true);
        Guarded proxy = new Guarded(true, false);
        Guarded closed = new Guarded(false, true)) {
      closed.awaitAdmitted("INVITE", 1);
      closed.door.close();
      server.awaitProvedAck();
      proxy.awaitProvedAck();
      server.awaitAdmitted("UPDATE", 1);
      proxy.awaitAdmitted("INVITE", 2);
      server.door.ageOnce();
      proxy.door.ageOnce();
      server.awaitAdmitted("UPDATE", 2);
      proxy.awaitAdmitted("INVITE", 3);

      assertThat(server.door.challenged("UPDATE")).isGreaterThan(server.door.admitted("UPDATE"));
      assertThat(server.door.challenged("INVITE")).isEqualTo(1);
      assertThat(proxy.door.challenged("INVITE")).isGreaterThan(proxy.door.admitted("INVITE"));
      server.assertGoesOn();
      proxy.assertGoesOn();
      server.hangUp();
      proxy.hangUp();
      server.answered.element().awaitEnd();
      proxy.answered.element().awaitEnd();
      assertThat(server.door.challenged("BYE")).isEqualTo(1);
      assertThat(proxy.door.challenged("BYE")).isEqualTo(1);

      // two refreshes, each refused once more than it was proved
      closed.awaitChallenged("UPDATE", 4);
      closed.assertGoesOn();
      closed.hangUp();
      assertThat(closed.door.challenged("BYE")).isEqualTo(2);
    }
  }
}
