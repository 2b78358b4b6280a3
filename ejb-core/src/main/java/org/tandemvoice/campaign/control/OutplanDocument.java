package org.tandemvoice.campaign.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tandemvoice.address.control.AddressReader;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.campaign.entity.Outplan;
import org.tandemvoice.campaign.entity.OutplanProfile;
import org.tandemvoice.campaign.entity.TargetProfile;
import org.tandemvoice.campaign.entity.TryLimits;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.number.control.PhoneNumbers;
import org.tandemvoice.time.control.Timestamps;

/** An outplan as the API reads and writes it (contract, CampaignManagerOutplan). */
@ApplicationScoped
public class OutplanDocument {

  private static final int NAME_LENGTH = 255;
  private static final int DETAIL_LENGTH = 2000;
  private static final long SHORTEST_DIAL_MS = 1_000;
  private static final long LONGEST_DIAL_MS = 600_000;
  private static final long LONGEST_INTERVAL_MS = Duration.ofDays(30).toMillis();
  private static final int MOST_TRIES = 100;

  private static final OutplanProfile EMPTY =
      new OutplanProfile(
          "",
          "",
          Address.NONE,
          Duration.ofSeconds(30),
          new TryLimits(List.of(1, 1, 1, 1, 1), Duration.ofMinutes(1)));

  @Inject private PhoneNumbers numbers;
  @Inject private Timestamps timestamps;

  public JsonObject of(Outplan outplan) {
    OutplanProfile profile = outplan.profile();
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("id", outplan.uuid().toString())
            .add("customer_id", outplan.customerId().toString())
            .add("name", profile.name())
            .add("detail", profile.detail())
            .add("source", AddressColumn.json(profile.source()))
            .add("dial_timeout", profile.dialTimeout().toMillis())
            .add("try_interval", profile.limits().interval().toMillis());
    for (int i = 0; i < TargetProfile.DESTINATIONS; i++) {
      json.add("max_try_count_" + i, profile.limits().counts().get(i));
    }
    return json.add("tm_create", timestamps.text(outplan.createdAt()))
        .add("tm_update", timestamps.text(outplan.updatedAt()))
        .add("tm_delete", timestamps.text(outplan.deletedAt()))
        .build();
  }

  /** Every destination is tried once, unless said otherwise. */
  OutplanProfile newProfile(CustomerId customer, JsonFields fields) {
    return changed(customer, EMPTY, fields);
  }

  /**
   * Fields that are missing are as before.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} naming the
   *     field, also for a source that is a number of somebody else (C-46)
   */
  OutplanProfile changed(CustomerId customer, OutplanProfile before, JsonFields fields) {
    return new OutplanProfile(
        fields.has("name") ? fields.line("name", NAME_LENGTH) : before.name(),
        fields.textOr("detail", before.detail(), DETAIL_LENGTH),
        fields.has("source") ? source(customer, fields.object("source")) : before.source(),
        millis(fields, "dial_timeout", before.dialTimeout(), SHORTEST_DIAL_MS, LONGEST_DIAL_MS),
        new TryLimits(
            counts(fields, before.limits().counts()),
            millis(fields, "try_interval", before.limits().interval(), 0, LONGEST_INTERVAL_MS)));
  }

  private Address source(CustomerId customer, JsonFields given) {
    Address source = AddressReader.source(given);
    if (source.type().equals("tel") && numbers.findOwn(customer, source.target()).isEmpty()) {
      throw given.invalid(
          "target", "is \"" + source.target() + "\": give a number of yours, see GET /numbers");
    }
    return source;
  }

  private static List<Integer> counts(JsonFields fields, List<Integer> before) {
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < TargetProfile.DESTINATIONS; i++) {
      counts.add((int) fields.integer("max_try_count_" + i, before.get(i), 0, MOST_TRIES));
    }
    return counts;
  }

  private static Duration millis(
      JsonFields fields, String name, Duration before, long min, long max) {
    return Duration.ofMillis(fields.integer(name, before.toMillis(), min, max));
  }
}
