package org.tandemvoice.pbx;

import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.sip.TelephoneSystem;
import org.tandemvoice.platform.Platform;

/** An agent of one test with a phone, and its registration elsewhere. */
public final class PbxTenant {

  public static final String PASSWORD = "sip secret";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Office office;
  private final String agent;

  public PbxTenant(Office office, SoftPhone... phones) {
    this.office = office;
    StringBuilder addresses = new StringBuilder();
    for (SoftPhone phone : phones) {
      addresses.append(addresses.isEmpty() ? "" : ",");
      addresses.append("{'type':'extension','target':'").append(phone.account().user());
      addresses.append("'}");
    }
    agent =
        office
            .api()
            .post(
                "/v1.0/agents",
                of(
                    "{'username':'%s','password':'login secret','addresses':[%s]}",
                    "agent-" + UUID.randomUUID(), addresses))
            .expect(201)
            .object()
            .getString("id");
  }

  String agent() {
    return agent;
  }

  String path() {
    return "/v1/agents/" + agent + "/sip/registration";
  }

  public ApiAnswer put(String user, int port, String transport, String more) {
    return put("127.0.0.1", user, port, transport, more);
  }

  ApiAnswer put(String domain, String user, int port, String transport, String more) {
    return office
        .api()
        .put(
            path(),
            of(
                "{'sipDomain':'%s','username':'%s','password':'%s','port':%s,"
                    + "'transport':'%s'%s}",
                domain, user, PASSWORD, port, transport, more));
  }

  public JsonObject registerAt(TelephoneSystem system, String more) {
    return put(system.phone().account().user(), system.port(), system.transport(), more)
        .expect(200)
        .object()
        .getJsonObject("data");
  }

  public JsonObject status() {
    return office.api().get(path() + "/status").expect(200).object().getJsonObject("data");
  }

  public void awaitState(String state) {
    Platform.await(
        "the registration to be " + state,
        PATIENCE,
        () -> status().getString("state").equals(state));
  }
}
