package org.tandemvoice.fraud.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tandemvoice.fraud.entity.OutboundConfig;
import org.tandemvoice.fraud.entity.OutboundLimits;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.time.control.Timestamps;

/** The limits of a customer as the API reads and writes them (contract Appendix A). */
@ApplicationScoped
public class OutboundConfigDocument {

  private static final int MOST_ENTRIES = 1000;
  private static final int HIGHEST = 1_000_000;
  private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000_000L);
  private static final Pattern PREFIX = Pattern.compile("\\+[1-9]\\d{0,14}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private Timestamps timestamps;

  protected OutboundConfigDocument() {}

  @Inject
  public OutboundConfigDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(OutboundConfig config) {
    OutboundLimits limits = config.limits();
    return JSON.createObjectBuilder()
        .add("id", config.uuid().toString())
        .add("customer_id", config.customerId().toString())
        .add("name", config.name())
        .add("detail", config.detail())
        .add("destination_whitelist", array(limits.countries()))
        .add("blocked_prefixes", array(limits.blockedPrefixes()))
        .add("block_premium", limits.blockPremium())
        .add("spend_limit_hour", limits.spendPerHour())
        .add("spend_limit_day", limits.spendPerDay())
        .add("calls_per_second", limits.callsPerSecond())
        .add("concurrent_calls", limits.concurrentCalls())
        .add("tm_create", timestamps.text(config.createdAt()))
        .add("tm_update", timestamps.text(config.updatedAt()))
        .add("tm_delete", timestamps.text(Optional.empty()))
        .build();
  }

  private static JsonArrayBuilder array(List<String> texts) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    texts.forEach(array::add);
    return array;
  }

  /** Fields that are missing are as before. */
  OutboundLimits changed(OutboundLimits before, JsonFields fields) {
    return new OutboundLimits(
        fields.has("destination_whitelist") ? countries(fields) : before.countries(),
        fields.has("blocked_prefixes") ? prefixes(fields) : before.blockedPrefixes(),
        fields.flag("block_premium", before.blockPremium()),
        fields.decimal("spend_limit_hour", before.spendPerHour(), MOST_MONEY),
        fields.decimal("spend_limit_day", before.spendPerDay(), MOST_MONEY),
        (int) fields.integer("calls_per_second", before.callsPerSecond(), 0, HIGHEST),
        (int) fields.integer("concurrent_calls", before.concurrentCalls(), 0, HIGHEST));
  }

  /** The countries a customer may set by itself; what is missing is as before. */
  OutboundLimits countriesOnly(OutboundLimits before, JsonFields fields) {
    return new OutboundLimits(
        fields.has("destination_whitelist") ? countries(fields) : before.countries(),
        before.blockedPrefixes(),
        before.blockPremium(),
        before.spendPerHour(),
        before.spendPerDay(),
        before.callsPerSecond(),
        before.concurrentCalls());
  }

  private static List<String> countries(JsonFields fields) {
    List<String> given =
        texts(fields, "destination_whitelist").stream()
            .map(text -> text.toUpperCase(Locale.ROOT))
            .toList();
    given.stream()
        .filter(country -> !COUNTRIES.contains(country))
        .findFirst()
        .ifPresent(
            country -> {
              throw fields.invalid(
                  "destination_whitelist",
                  "has \"" + country + "\": give countries by two letters (ISO 3166)");
            });
    return given;
  }

  private static List<String> prefixes(JsonFields fields) {
    List<String> given = texts(fields, "blocked_prefixes");
    given.stream()
        .filter(prefix -> !PREFIX.matcher(prefix).matches())
        .findFirst()
        .ifPresent(
            prefix -> {
              throw fields.invalid(
                  "blocked_prefixes", "has \"" + prefix + "\": give + and the first digits");
            });
    return given;
  }

  private static List<String> texts(JsonFields fields, String name) {
    List<String> given = fields.texts(name);
    if (given.size() > MOST_ENTRIES) {
      throw fields.invalid(name, "has " + given.size() + " entries: give at most " + MOST_ENTRIES);
    }
    return given;
  }
}
