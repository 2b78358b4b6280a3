package org.tandemvoice.auth.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.tandemvoice.access.control.Delegation;
import org.tandemvoice.access.control.Identity;
import org.tandemvoice.agent.control.Agents;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.customer.control.CustomerDocument;
import org.tandemvoice.customer.control.Customers;
import org.tandemvoice.customer.entity.Customer;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.EventSubject;

/**
 * Lets platform administrators act for a customer, who is told by events of its own: of each token,
 * and of each request that is made with it.
 */
@Stateless
public class DelegationManager {

  private static final int LONGEST_REASON = 1000;

  @Inject private Agents agents;
  @Inject private Customers customers;
  @Inject private CustomerDocument document;
  @Inject private DelegateTokens tokens;
  @Inject private Outbox outbox;

  /**
   * A token for the customer {@code customer_id}, because of {@code reason}.
   *
   * @param supporter a platform administrator that has signed in
   * @throws PlatformException {@code INVALID_ARGUMENT}, {@code CUSTOMER_NOT_FOUND}
   */
  public DelegateToken begin(Identity supporter, JsonFields fields) {
    CustomerId id = new CustomerId(fields.uuid("customer_id"));
    if (id.value().equals(OwnedResource.NIL)) {
      throw fields.invalid("customer_id", "is missing: give a UUID");
    }
    String reason = fields.requiredText("reason", LONGEST_REASON).strip();
    Customer customer =
        customers
            .find(id)
            .orElseThrow(
                () ->
                    new PlatformException(
                        ErrorCode.CUSTOMER_NOT_FOUND, "no customer has the id " + id));
    Agent agent =
        supporter
            .agentId()
            .flatMap(signedIn -> agents.find(supporter.customerId(), signedIn))
            .orElseThrow(
                () ->
                    new PlatformException(
                        ErrorCode.PERMISSION_DENIED, "sign in by /auth/login to do this"));
    DelegateToken token = tokens.issue(agent, id, reason);
    JsonObject what = JSON.createObjectBuilder().add("expire", token.expire().toString()).build();
    record(customer, "customer_delegate_created", token.delegation(), what);
    return token;
  }

  /** A request is about to be made; the customer may be gone by now. */
  public void used(CustomerId id, Delegation delegation, String method, String path) {
    JsonObject what = JSON.createObjectBuilder().add("method", method).add("path", path).build();
    customers
        .find(id)
        .ifPresent(customer -> record(customer, "customer_delegate_used", delegation, what));
  }

  private void record(Customer customer, String type, Delegation delegation, JsonObject what) {
    JsonObjectBuilder told =
        JSON.createObjectBuilder(what)
            .add("id", delegation.id().toString())
            .add("agent_id", delegation.supporter().toString())
            .add("reason", delegation.reason());
    outbox.record(
        new EventSubject(customer.id(), "customer", customer.id().value()),
        type,
        JSON.createObjectBuilder(document.of(customer)).add("delegate", told).build());
  }
}
