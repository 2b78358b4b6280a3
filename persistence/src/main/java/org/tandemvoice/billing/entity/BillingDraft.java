package org.tandemvoice.billing.entity;

import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * All that is known of a billing when it begins.
 *
 * @param referenceId what it is for: a call, a recording; the nil UUID for none
 * @param source who called; empty for what is no call
 * @param destination who was called; empty for what is no call
 */
public record BillingDraft(
    UUID id,
    CustomerId customer,
    TransactionType transactionType,
    CostType costType,
    UUID referenceId,
    String source,
    String destination,
    Tariff tariff) {}
