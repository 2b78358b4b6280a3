package org.tandemvoice.flow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.tandemvoice.carrier.Carrier;

/**
 * A customer who pastes a request of the tutorial (seeds 001) and changes its numbers only: OWN is
 * a number of his, the others belong to a provider that takes his calls.
 */
final class TutorialTenant implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final FlowTenant tenant = FlowTenant.fresh();
  private final String own = tenant.number("").getString("number");
  private final Carrier carrier = Carrier.known();

  FlowTenant tenant() {
    return tenant;
  }

  /** Whose phone answers for the numbers. */
  Carrier carrier() {
    return carrier;
  }

  /** A number that this provider takes. */
  String numberBy(Carrier provider) {
    String number = Carrier.farNumber();
    provider.routed(tenant.api().customerId(), number, 1);
    return number;
  }

  /** A number that the customer's provider takes. */
  String number() {
    return numberBy(carrier);
  }

  /** Sends the request; returns the call as it is at first. */
  JsonObject paste(String request) {
    return tenant
        .api()
        .send("POST", "/v1.0/calls", Optional.of(request.replace("OWN", own)))
        .expect(200)
        .array()
        .getJsonObject(0);
  }

  /** The execution of a call's flow, once the flow has ended the call by itself. */
  JsonObject endedWell(JsonObject made) {
    JsonObject ended = tenant.api().awaitStatus(made.getString("id"), "hangup", PATIENCE);
    assertThat(ended.getString("hangup_by")).isEqualTo("local");
    assertThat(ended.getString("hangup_reason")).isEqualTo("normal");
    JsonObject run = tenant.ended(made.getString("activeflow_id"));
    assertThat(run.getJsonObject("current_action").getString("error")).isEmpty();
    return run;
  }

  @Override
  public void close() {
    carrier.close();
  }
}
