package org.tandemvoice.billing.boundary;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;

/** Billings as an array of the objects the API shows. */
final class BillingArray implements BillingFile.Form {

  @Override
  public String mediaType() {
    return MediaType.APPLICATION_JSON;
  }

  @Override
  public String begin() {
    return "[";
  }

  @Override
  public String item(JsonObject billing, boolean isFirst) {
    return (isFirst ? "" : ",") + billing;
  }

  @Override
  public String end() {
    return "]";
  }
}
