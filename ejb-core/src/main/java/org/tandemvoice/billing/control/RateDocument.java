package org.tandemvoice.billing.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.tandemvoice.billing.entity.Rate;
import org.tandemvoice.billing.entity.RateProfile;
import org.tandemvoice.billing.entity.RateType;
import org.tandemvoice.billing.entity.Tariff;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.time.control.Timestamps;

/**
 * A rate as the API reads and writes it: {@code price} for each {@code increment} of seconds, or of
 * characters for {@code tts}, and once for a {@code number}; for the first {@code first_increment},
 * {@code first_price}, which is in proportion if it is not given.
 */
@ApplicationScoped
public class RateDocument {

  private static final int NAME_LENGTH = 255;
  private static final int DETAIL_LENGTH = 2000;
  private static final int LONGEST_INCREMENT = 86_400;
  private static final int MINUTE = 60;
  private static final BigDecimal HIGHEST_PRICE = BigDecimal.valueOf(1_000_000);
  private static final Pattern TARGET = Pattern.compile("\\+[1-9]\\d{0,14}|all");

  private Timestamps timestamps;

  protected RateDocument() {}

  @Inject
  public RateDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(Rate rate) {
    RateProfile profile = rate.profile();
    Tariff tariff = profile.tariff();
    return JSON.createObjectBuilder()
        .add("id", rate.uuid().toString())
        .add("customer_id", rate.customerId().toString())
        .add("name", profile.name())
        .add("detail", profile.detail())
        .add("type", profile.type().text())
        .add("target", profile.target())
        .add("first_price", tariff.firstPrice())
        .add("first_increment", tariff.firstIncrement())
        .add("price", tariff.nextPrice())
        .add("increment", tariff.nextIncrement())
        .add("tm_create", timestamps.text(rate.createdAt()))
        .add("tm_update", timestamps.text(rate.updatedAt()))
        .add("tm_delete", timestamps.text(rate.deletedAt()))
        .build();
  }

  RateProfile newProfile(JsonFields fields) {
    if (!fields.has("price")) {
      throw fields.invalid("price", "is missing: give the price of an increment");
    }
    RateType type = type(fields);
    Tariff none = new Tariff(Tariff.NOTHING, MINUTE, Tariff.NOTHING, MINUTE);
    return changed(new RateProfile("", "", type, Rate.ALL, none), fields);
  }

  private static RateType type(JsonFields fields) {
    String text = fields.text("type", NAME_LENGTH);
    return RateType.of(text)
        .orElseThrow(
            () ->
                fields.invalid(
                    "type",
                    "is \""
                        + text
                        + "\": give call_outgoing, call_incoming, number, tts or recording"));
  }

  /** The type stays; fields that are missing are as before. */
  RateProfile changed(RateProfile before, JsonFields fields) {
    String target = fields.textOr("target", before.target(), NAME_LENGTH);
    boolean isKnown = TARGET.matcher(target).matches();
    if (!isKnown || !before.type().isByNumber() && !target.equals(Rate.ALL)) {
      throw fields.invalid(
          "target",
          "is \"" + target + "\": give all, or for calls and numbers + and the first digits");
    }
    return new RateProfile(
        fields.textOr("name", before.name(), NAME_LENGTH),
        fields.textOr("detail", before.detail(), DETAIL_LENGTH),
        before.type(),
        target,
        tariff(before.tariff(), fields));
  }

  private static Tariff tariff(Tariff before, JsonFields fields) {
    BigDecimal price = fields.decimal("price", before.nextPrice(), HIGHEST_PRICE);
    int increment = (int) fields.integer("increment", before.nextIncrement(), 1, LONGEST_INCREMENT);
    boolean isAllNew = fields.has("price") || fields.has("increment");
    int first =
        (int)
            fields.integer(
                "first_increment",
                isAllNew ? increment : before.firstIncrement(),
                1,
                LONGEST_INCREMENT);
    BigDecimal proportional =
        price
            .multiply(BigDecimal.valueOf(first))
            .divide(BigDecimal.valueOf(increment), Tariff.SCALE, RoundingMode.UP);
    BigDecimal firstPrice =
        fields.decimal("first_price", isAllNew ? proportional : before.firstPrice(), HIGHEST_PRICE);
    return new Tariff(firstPrice, first, price, increment);
  }
}
