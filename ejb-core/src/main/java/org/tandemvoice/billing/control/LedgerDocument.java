package org.tandemvoice.billing.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.tandemvoice.billing.entity.LedgerEntry;
import org.tandemvoice.time.control.Timestamps;

/** One side of a movement of money as the API writes it. */
@ApplicationScoped
public class LedgerDocument {

  private Timestamps timestamps;

  protected LedgerDocument() {}

  @Inject
  public LedgerDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(LedgerEntry entry) {
    return JSON.createObjectBuilder()
        .add("id", entry.id().toString())
        .add("account_id", entry.accountId().toString())
        .add("kind", entry.kind().text())
        .add("billing_id", entry.referenceId().toString())
        .add("amount", entry.amount())
        .add("tm_create", timestamps.text(entry.createdAt()))
        .build();
  }
}
