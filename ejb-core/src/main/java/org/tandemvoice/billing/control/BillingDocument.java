package org.tandemvoice.billing.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import org.tandemvoice.billing.entity.Billing;
import org.tandemvoice.time.control.Timestamps;

/**
 * A billing, of a call its call detail record, as the API writes it (contract Appendix A), and who
 * called whom, the amount as a decimal number and why a call was refused besides.
 */
@ApplicationScoped
public class BillingDocument {

  private static final int MILLIONTHS = 6;

  private Timestamps timestamps;

  protected BillingDocument() {}

  @Inject
  public BillingDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(Billing billing) {
    return JSON.createObjectBuilder()
        .add("id", billing.uuid().toString())
        .add("customer_id", billing.customerId().toString())
        .add("account_id", billing.accountId().toString())
        .add("transaction_type", billing.transactionType().text())
        .add("status", billing.status().text())
        .add("reference_type", billing.referenceType())
        .add("reference_id", billing.referenceId().toString())
        .add("cost_type", billing.costType().text())
        .add("source", billing.source())
        .add("destination", billing.destination())
        .add("usage_duration", billing.usageUnits())
        .add("billable_units", billing.billableUnits())
        .add("rate_token_per_unit", 0)
        .add("rate_credit_per_unit", millionths(billing.tariff().nextPrice()))
        .add("first_price", billing.tariff().firstPrice())
        .add("first_increment", billing.tariff().firstIncrement())
        .add("price", billing.tariff().nextPrice())
        .add("increment", billing.tariff().nextIncrement())
        .add("amount", billing.amount())
        .add("amount_token", 0)
        .add("amount_credit", millionths(billing.amount()))
        .add("balance", billing.balanceAfter())
        .add("balance_token_snapshot", 0)
        .add("balance_credit_snapshot", millionths(billing.balanceAfter()))
        .add("hangup_reason", billing.hangupReason())
        .add("refusal", billing.refusal())
        .add("idempotency_key", billing.uuid().toString())
        .add("tm_billing_start", timestamps.text(billing.startedAt()))
        .add("tm_billing_end", timestamps.text(billing.endedAt()))
        .add("tm_create", timestamps.text(billing.createdAt()))
        .add("tm_update", timestamps.text(billing.updatedAt()))
        .add("tm_delete", timestamps.text(billing.deletedAt()))
        .build();
  }

  private static long millionths(BigDecimal money) {
    return money.movePointRight(MILLIONTHS).longValueExact();
  }
}
