package org.tandemvoice.fraud.entity;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * The limits of one customer, under the customer's own id; who has none has those of the server.
 */
@Entity
@Table(name = "outbound_configs")
public class OutboundConfig extends OwnedResource {

  @Column(name = "name", nullable = false)
  private String name = "";

  @Column(name = "detail", nullable = false)
  private String detail = "";

  @Lob
  @Column(name = "countries", nullable = false)
  private String countries;

  @Lob
  @Column(name = "blocked_prefixes", nullable = false)
  private String blockedPrefixes;

  @Column(name = "block_premium", nullable = false)
  private boolean blockPremium;

  @Column(name = "spend_per_hour", nullable = false)
  private BigDecimal spendPerHour;

  @Column(name = "spend_per_day", nullable = false)
  private BigDecimal spendPerDay;

  @Column(name = "calls_per_second", nullable = false)
  private int callsPerSecond;

  @Column(name = "concurrent_calls", nullable = false)
  private int concurrentCalls;

  protected OutboundConfig() {}

  public OutboundConfig(CustomerId customer, OutboundLimits limits, Instant now) {
    super(customer.value(), customer, now);
    limit(limits);
  }

  public void change(String newName, String newDetail, OutboundLimits limits, Instant now) {
    name = newName;
    detail = newDetail;
    limit(limits);
    touch(now);
  }

  private void limit(OutboundLimits limits) {
    countries = texts(limits.countries());
    blockedPrefixes = texts(limits.blockedPrefixes());
    blockPremium = limits.blockPremium();
    spendPerHour = limits.spendPerHour();
    spendPerDay = limits.spendPerDay();
    callsPerSecond = limits.callsPerSecond();
    concurrentCalls = limits.concurrentCalls();
  }

  private static String texts(List<String> values) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    values.forEach(array::add);
    return array.build().toString();
  }

  private static List<String> texts(String json) {
    return JsonText.array(json).getValuesAs(JsonString::getString);
  }

  public String name() {
    return name;
  }

  public String detail() {
    return detail;
  }

  public OutboundLimits limits() {
    return new OutboundLimits(
        texts(countries),
        texts(blockedPrefixes),
        blockPremium,
        spendPerHour,
        spendPerDay,
        callsPerSecond,
        concurrentCalls);
  }
}
