package org.tandemvoice.billing.boundary;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.tandemvoice.billing.control.BillingManager;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;

/** All billings of a time, oldest first, written while they are read: however many, few at once. */
record BillingFile(
    BillingManager billings, CustomerId customer, Instant from, Instant to, Form form)
    implements StreamingOutput {

  /** How the file looks. */
  interface Form {
    String mediaType();

    String begin();

    /** One billing, with what is between it and the one before. */
    String item(JsonObject billing, boolean isFirst);

    String end();
  }

  @Override
  public void write(OutputStream output) throws IOException {
    Writer file = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    file.write(form.begin());
    boolean isFirst = true;
    Optional<PagePosition> place = Optional.of(new PagePosition(from, Optional.empty()));
    while (place.isPresent()) {
      Page<JsonObject> part = billings.part(customer, place.get(), to);
      for (JsonObject billing : part.items()) {
        file.write(form.item(billing, isFirst));
        isFirst = false;
      }
      place = part.next();
    }
    file.write(form.end());
    file.flush();
  }
}
