package org.tandemvoice.billing.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.tandemvoice.billing.entity.BillingAccount;
import org.tandemvoice.time.control.Timestamps;

/**
 * An account as the API writes it: {@code balance} and {@code status} of seed 003 beside what the
 * contract has (section 16), where money is in millionths.
 */
@ApplicationScoped
public class BillingAccountDocument {

  private static final int MILLIONTHS = 6;

  private Timestamps timestamps;

  protected BillingAccountDocument() {}

  @Inject
  public BillingAccountDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(BillingAccount account) {
    return JSON.createObjectBuilder()
        .add("id", account.uuid().toString())
        .add("customer_id", account.customerId().toString())
        .add("name", account.name())
        .add("detail", account.detail())
        .add("status", account.status().text())
        .add("balance", account.balance())
        .add("balance_reserved", account.reserved())
        .add("balance_available", account.available())
        .add("balance_credit", account.balance().movePointRight(MILLIONTHS).longValueExact())
        .add("balance_token", 0)
        .add("plan_type", "free")
        .add("plan_status", "active")
        .add("payment_type", account.paymentType())
        .add("payment_method", account.paymentMethod())
        .add("paddle_subscription_id", "")
        .add("paddle_customer_id", "")
        .add("tm_last_topup", timestamps.text(account.lastTopUpAt()))
        .add("tm_next_topup", timestamps.text(Optional.empty()))
        .add("tm_create", timestamps.text(account.createdAt()))
        .add("tm_update", timestamps.text(account.updatedAt()))
        .add("tm_delete", timestamps.text(account.deletedAt()))
        .build();
  }
}
