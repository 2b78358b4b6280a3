package org.tandemvoice.carrier.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tandemvoice.carrier.entity.Route;
import org.tandemvoice.carrier.entity.RouteProfile;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.time.control.Timestamps;

/** A route as the API reads and writes it (contract section 6 and Appendix A). */
@ApplicationScoped
public class RouteDocument {

  private static final int NAME_LENGTH = 255;
  private static final int DETAIL_LENGTH = 2000;
  private static final int LOWEST_PRIORITY = 1_000_000;
  private static final Pattern TARGET = Pattern.compile("\\+[1-9]\\d{0,14}|all");

  private Timestamps timestamps;

  protected RouteDocument() {}

  @Inject
  public RouteDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(Route route) {
    RouteProfile profile = route.profile();
    return JSON.createObjectBuilder()
        .add("id", route.uuid().toString())
        .add("customer_id", route.customerId().toString())
        .add("name", profile.name())
        .add("detail", profile.detail())
        .add("provider_id", profile.providerId().toString())
        .add("priority", profile.priority())
        .add("target", profile.target())
        .add("tm_create", timestamps.text(route.createdAt()))
        .add("tm_update", timestamps.text(route.updatedAt()))
        .add("tm_delete", timestamps.text(route.deletedAt()))
        .build();
  }

  RouteProfile newProfile(JsonFields fields) {
    if (!fields.has("provider_id")) {
      throw fields.invalid("provider_id", "is missing: give the id of a provider");
    }
    return changed(new RouteProfile("", "", OwnedResource.NIL, 0, Route.ALL), fields);
  }

  /** Fields that are missing are as before. */
  RouteProfile changed(RouteProfile before, JsonFields fields) {
    UUID provider = fields.has("provider_id") ? fields.uuid("provider_id") : before.providerId();
    String target = fields.textOr("target", before.target(), NAME_LENGTH);
    if (!TARGET.matcher(target).matches()) {
      throw fields.invalid(
          "target", "is \"" + target + "\": give + and the first digits of numbers, or all");
    }
    return new RouteProfile(
        fields.textOr("name", before.name(), NAME_LENGTH),
        fields.textOr("detail", before.detail(), DETAIL_LENGTH),
        provider,
        (int) fields.integer("priority", before.priority(), 0, LOWEST_PRIORITY),
        target);
  }
}
