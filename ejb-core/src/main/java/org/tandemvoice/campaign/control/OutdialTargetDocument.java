package org.tandemvoice.campaign.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import org.tandemvoice.address.control.AddressReader;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.campaign.entity.OutdialTarget;
import org.tandemvoice.campaign.entity.TargetProfile;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.time.control.Timestamps;

/**
 * A target of an outdial as the API reads and writes it (contract, OutdialManagerOutdialtarget).
 */
@ApplicationScoped
public class OutdialTargetDocument {

  private static final int NAME_LENGTH = 255;
  private static final int DETAIL_LENGTH = 2000;

  /** So much fits into a variable of a flow, in whatever script. */
  private static final int DATA_LENGTH = 8_000;

  @Inject private Timestamps timestamps;

  public JsonObject of(OutdialTarget target) {
    TargetProfile profile = target.profile();
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("id", target.uuid().toString())
            .add("customer_id", target.customerId().toString())
            .add("outdial_id", target.outdialId().toString())
            .add("name", profile.name())
            .add("detail", profile.detail())
            .add("data", profile.data())
            .add("status", target.status().text());
    List<Integer> tries = target.tryCounts();
    for (int i = 0; i < TargetProfile.DESTINATIONS; i++) {
      json.add("destination_" + i, AddressColumn.json(profile.destinations().get(i)));
    }
    for (int i = 0; i < TargetProfile.DESTINATIONS; i++) {
      json.add("try_count_" + i, tries.get(i));
    }
    return json.add("tm_create", timestamps.text(target.createdAt()))
        .add("tm_update", timestamps.text(target.updatedAt()))
        .add("tm_delete", timestamps.text(target.deletedAt()))
        .build();
  }

  /**
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} naming the
   *     field, also if there is nobody to be called
   */
  TargetProfile profile(JsonFields fields) {
    List<Address> destinations = new ArrayList<>();
    for (int i = 0; i < TargetProfile.DESTINATIONS; i++) {
      destinations.add(destination(fields.object("destination_" + i)));
    }
    if (destinations.stream().allMatch(Address.NONE::equals)) {
      throw fields.invalid("destination_0", "is missing: give at least one address");
    }
    return new TargetProfile(
        fields.line("name", NAME_LENGTH),
        fields.text("detail", DETAIL_LENGTH),
        fields.text("data", DATA_LENGTH),
        destinations);
  }

  /** Clients send the object with nothing in it for none. */
  private static Address destination(JsonFields given) {
    for (String name : new String[] {"type", "target", "target_name", "name", "detail"}) {
      given.line(name, NAME_LENGTH);
    }
    return AddressColumn.address(given.json()).equals(Address.NONE)
        ? Address.NONE
        : AddressReader.callable(given);
  }
}
