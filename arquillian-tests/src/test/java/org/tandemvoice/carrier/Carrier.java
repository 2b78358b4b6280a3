package org.tandemvoice.carrier;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.concurrent.atomic.AtomicInteger;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.sip.UdpTransport;
import org.tandemvoice.platform.Platform;

/** A provider of one test: a SIP server of the test's own, known to the platform. */
public final class Carrier implements AutoCloseable {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final ApiClient admin;
  private final UdpTransport transport = new UdpTransport();
  private final String address = transport.sentBy();
  private final SoftPhone peer;
  private String id = "";

  private Carrier(Platform platform) {
    admin = platform.admin();
    peer = SoftPhone.direct("carrier", transport);
  }

  /**
   * A provider reached at its own socket.
   *
   * @param fields further fields of the provider
   */
  public static Carrier known(JsonObject fields) {
    return known(Platform.shared(), fields);
  }

  /** A provider of another server. */
  public static Carrier at(Platform platform) {
    return known(platform, Json.createObjectBuilder().build());
  }

  private static Carrier known(Platform platform, JsonObject fields) {
    Carrier carrier = new Carrier(platform);
    JsonObjectBuilder provider = Json.createObjectBuilder(fields);
    provider.add("name", "carrier of a test").add("hostname", carrier.address);
    carrier.id =
        carrier
            .admin
            .post("/v1.0/providers", provider.build())
            .expect(200)
            .object()
            .getString("id");
    return carrier;
  }

  public static Carrier known() {
    return known(Json.createObjectBuilder().build());
  }

  /** Takes the calls of this customer to these numbers, in this place. */
  public Carrier routed(String customer, String target, int priority) {
    JsonObject route =
        Json.createObjectBuilder()
            .add("customer_id", customer)
            .add("name", "route of a test")
            .add("detail", "")
            .add("provider_id", id)
            .add("priority", priority)
            .add("target", target)
            .build();
    admin.post("/v1.0/routes", route).expect(200);
    return this;
  }

  String id() {
    return id;
  }

  public SoftPhone peer() {
    return peer;
  }

  String health() {
    return admin.get("/v1.0/providers/" + id).expect(200).object().getString("health_status");
  }

  /** A number in a range nobody owns. */
  public static String farNumber() {
    return "+44207946" + (1000 + NUMBERS.incrementAndGet());
  }

  /** A number that a customer may purchase. */
  public static String nearNumber() {
    return "+1555" + (6_000_000 + NUMBERS.incrementAndGet());
  }

  /** A number of this platform only that a customer may purchase. */
  public static String virtualNumber() {
    return "+899001" + (700_000 + NUMBERS.incrementAndGet());
  }

  @Override
  public void close() {
    admin.delete("/v1.0/providers/" + id);
    peer.close();
  }
}
