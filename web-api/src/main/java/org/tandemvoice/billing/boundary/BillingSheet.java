package org.tandemvoice.billing.boundary;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;

/** Billings as a table of comma-separated values with a header line (RFC 4180). */
final class BillingSheet implements BillingFile.Form {

  static final String MEDIA_TYPE = "text/csv; charset=utf-8";

  private static final String LINE_END = "\r\n";

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "transaction_type",
          "status",
          "reference_type",
          "reference_id",
          "cost_type",
          "source",
          "destination",
          "usage_duration",
          "billable_units",
          "first_price",
          "first_increment",
          "price",
          "increment",
          "amount",
          "balance",
          "hangup_reason",
          "refusal",
          "tm_billing_start",
          "tm_billing_end",
          "tm_create");

  @Override
  public String mediaType() {
    return MEDIA_TYPE;
  }

  @Override
  public String begin() {
    return String.join(",", COLUMNS) + LINE_END;
  }

  @Override
  public String item(JsonObject billing, boolean isFirst) {
    return COLUMNS.stream()
        .map(billing::get)
        .map(BillingSheet::cell)
        .collect(Collectors.joining(",", "", LINE_END));
  }

  @Override
  public String end() {
    return "";
  }

  private static String cell(JsonValue value) {
    if (!(value instanceof JsonString text)) {
      return value.toString();
    }
    return '"' + harmless(text.getString()).replace("\"", "\"\"") + '"';
  }

  /** Callers choose what they are called; a spreadsheet shall not take that for a formula. */
  private static String harmless(String text) {
    boolean isFormula =
        text.startsWith("=") || text.startsWith("@") || text.matches("(?s)[-+][^0-9].*");
    return isFormula ? "'" + text : text;
  }
}
