package org.tandemvoice.billing;

import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.tandemvoice.carrier.Carrier;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.platform.Platform;

/** A customer of one test with a provider that takes its calls, prices and money of its own. */
public final class Payer implements AutoCloseable {

  private final Platform platform;
  private final ApiClient admin;
  private final Office office;
  private final String customer;
  private Carrier carrier;

  private Payer(Platform platform) {
    this.platform = platform;
    admin = platform.admin();
    office = Office.at(platform);
    customer = office.api().customerId();
    carrier = Carrier.at(platform).routed(customer, "all", 0);
  }

  public static Payer open() {
    return at(Platform.shared());
  }

  /** One of another server. */
  public static Payer at(Platform platform) {
    return new Payer(platform);
  }

  /** Leaves the provider, and all calls that it still has, and takes a new one. */
  public void changeCarrier() {
    carrier.close();
    carrier = Carrier.at(platform).routed(customer, "all", 0);
  }

  public Office office() {
    return office;
  }

  public ApiClient api() {
    return office.api();
  }

  public ApiClient admin() {
    return admin;
  }

  public String customer() {
    return customer;
  }

  public Carrier carrier() {
    return carrier;
  }

  /** A price for each so many seconds or characters. */
  public void rate(String type, String target, String price, int increment) {
    JsonObject rate =
        Json.createObjectBuilder()
            .add("customer_id", customer)
            .add("type", type)
            .add("target", target)
            .add("price", new BigDecimal(price))
            .add("increment", increment)
            .build();
    admin.post("/v1.0/rates", rate).expect(200);
  }

  /** Leaves so much money on the account. */
  public void balance(String wanted) {
    BigDecimal change = new BigDecimal(wanted).subtract(balance());
    if (change.signum() != 0) {
      String way = change.signum() > 0 ? "balance_add_force" : "balance_subtract_force";
      JsonObject body = Json.createObjectBuilder().add("balance", change.abs()).build();
      admin.post("/v1.0/billing_accounts/" + customer + "/" + way, body).expect(200);
    }
  }

  public JsonObject account() {
    return api().get("/v1.0/billing_account").expect(200).object();
  }

  public BigDecimal balance() {
    return account().getJsonNumber("balance").bigDecimalValue();
  }

  /** Limits what the customer may call, as a platform administrator does. */
  public void limit(JsonObject limits) {
    admin.put("/v1.0/outbound_configs/" + customer, limits).expect(200);
  }

  /** Asks for a call to a number that lasts until somebody ends it. */
  public ApiAnswer order(String... numbers) {
    var destinations = Json.createArrayBuilder();
    for (String number : numbers) {
      destinations.add(Json.createObjectBuilder().add("type", "tel").add("target", number));
    }
    JsonObject sleep = Json.createObjectBuilder().add("duration", 120_000).build();
    JsonObject body =
        Json.createObjectBuilder()
            .add("source", Json.createObjectBuilder().add("type", "extension").add("target", "api"))
            .add("destinations", destinations)
            .add(
                "actions",
                Json.createArrayBuilder().add(action("answer")).add(action("sleep", sleep)))
            .build();
    return api().post("/v1.0/calls", body);
  }

  /** The same, when it is let out; id of the call. */
  public String call(String number) {
    return order(number).expect(200).array().getJsonObject(0).getString("id");
  }

  public JsonObject ended(String call) {
    return api().awaitStatus(call, "hangup", Duration.ofSeconds(20));
  }

  /** The detail record of a call, or what was charged for it besides. */
  public List<JsonObject> billings(String costType) {
    JsonArray all = api().get("/v1.0/billings").expect(200).result();
    return all.getValuesAs(JsonObject.class).stream()
        .filter(billing -> billing.getString("cost_type").equals(costType))
        .toList();
  }

  /** The books of the whole platform. */
  public JsonObject audit() {
    return admin.get("/v1.0/ledger").expect(200).object();
  }

  @Override
  public void close() {
    carrier.close();
    office.close();
  }
}
