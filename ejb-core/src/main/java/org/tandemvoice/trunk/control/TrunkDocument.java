package org.tandemvoice.trunk.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.network.control.NetworkRange;
import org.tandemvoice.secret.control.SecretCipher;
import org.tandemvoice.time.control.Timestamps;
import org.tandemvoice.trunk.entity.Trunk;
import org.tandemvoice.trunk.entity.TrunkAuth;
import org.tandemvoice.trunk.entity.TrunkProfile;

/** A trunk as the API reads and writes it (contract section 14). */
@ApplicationScoped
public class TrunkDocument {

  private static final int NAME_LENGTH = 255;
  private static final int DETAIL_LENGTH = 2000;
  private static final int MOST_CALLS = 100_000;
  private static final int MOST_RANGES = 100;
  private static final Pattern DOMAIN_NAME = Pattern.compile("[a-z][a-z0-9.-]{1,30}");

  private Timestamps timestamps;
  private SecretCipher cipher;

  protected TrunkDocument() {}

  @Inject
  public TrunkDocument(Timestamps timestamps, SecretCipher cipher) {
    this.timestamps = timestamps;
    this.cipher = cipher;
  }

  /** With the password, for those who manage the customer. */
  public JsonObject of(Trunk trunk) {
    String sealed = trunk.profile().sealedPassword();
    return of(trunk, sealed.isEmpty() ? "" : cipher.open(trunk.uuid(), sealed));
  }

  /** With an empty password, for those who only read. */
  public JsonObject withoutPassword(Trunk trunk) {
    return of(trunk, "");
  }

  private JsonObject of(Trunk trunk, String password) {
    TrunkProfile profile = trunk.profile();
    return JSON.createObjectBuilder()
        .add("id", trunk.uuid().toString())
        .add("customer_id", trunk.customerId().toString())
        .add("name", profile.name())
        .add("detail", profile.detail())
        .add("domain_name", trunk.domainName())
        .add(
            "auth_types",
            JSON.createArrayBuilder(
                profile.auths().stream().map(TrunkAuth::text).sorted().toList()))
        .add("username", profile.username())
        .add("password", password)
        .add("allowed_ips", JSON.createArrayBuilder(profile.allowedIps()))
        .add("max_calls", profile.maxCalls())
        .add("tm_create", timestamps.text(trunk.createdAt()))
        .add("tm_update", timestamps.text(trunk.updatedAt()))
        .add("tm_delete", timestamps.text(trunk.deletedAt()))
        .build();
  }

  /** The label before {@code .trunk.<base domain>}. */
  String domainName(JsonFields fields) {
    String name = fields.requiredText("domain_name", NAME_LENGTH).toLowerCase(Locale.ROOT);
    if (!DOMAIN_NAME.matcher(name).matches()) {
      throw fields.invalid(
          "domain_name",
          "is \"" + name + "\": give a letter and 1 to 30 letters, digits, dots or hyphens");
    }
    return name;
  }

  TrunkProfile newProfile(UUID row, JsonFields fields) {
    return changed(row, new TrunkProfile("", "", Set.of(), "", "", List.of(), 0), fields);
  }

  /**
   * Fields that are missing are as before. Each way of proving oneself needs what it works with.
   */
  TrunkProfile changed(UUID row, TrunkProfile before, JsonFields fields) {
    TrunkProfile changed =
        new TrunkProfile(
            fields.textOr("name", before.name(), NAME_LENGTH),
            fields.textOr("detail", before.detail(), DETAIL_LENGTH),
            fields.has("auth_types") ? auths(fields) : before.auths(),
            fields.has("username") ? fields.line("username", NAME_LENGTH) : before.username(),
            fields.has("password") ? sealed(row, fields) : before.sealedPassword(),
            fields.has("allowed_ips") ? ranges(fields, "allowed_ips") : before.allowedIps(),
            (int) fields.integer("max_calls", before.maxCalls(), 0, MOST_CALLS));
    if (changed.auths().isEmpty()) {
      throw fields.invalid("auth_types", "is empty: give basic, ip or both");
    }
    boolean basic = changed.auths().contains(TrunkAuth.BASIC);
    if (basic && changed.username().isBlank()) {
      throw fields.invalid("username", "is missing: auth type basic needs it");
    }
    if (basic && changed.sealedPassword().isEmpty()) {
      throw fields.invalid("password", "is missing: auth type basic needs it");
    }
    if (changed.auths().contains(TrunkAuth.IP) && changed.allowedIps().isEmpty()) {
      throw fields.invalid("allowed_ips", "is empty: auth type ip needs addresses");
    }
    return changed;
  }

  private static Set<TrunkAuth> auths(JsonFields fields) {
    Set<TrunkAuth> auths = EnumSet.noneOf(TrunkAuth.class);
    for (String text : fields.texts("auth_types")) {
      auths.add(
          TrunkAuth.of(text)
              .orElseThrow(
                  () -> fields.invalid("auth_types", "has \"" + text + "\": give basic or ip")));
    }
    return auths;
  }

  private String sealed(UUID row, JsonFields fields) {
    String password = fields.line("password", NAME_LENGTH);
    return password.isEmpty() ? "" : cipher.seal(row, password);
  }

  /**
   * A list of addresses and networks.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT}
   */
  public static List<String> ranges(JsonFields fields, String name) {
    List<String> ranges = fields.texts(name).stream().map(String::strip).toList();
    if (ranges.size() > MOST_RANGES) {
      throw fields.invalid(
          name, "has " + ranges.size() + " addresses: give at most " + MOST_RANGES);
    }
    for (String range : ranges) {
      if (NetworkRange.parse(range).isEmpty()) {
        throw fields.invalid(
            name, "has \"" + range + "\": give IP addresses or networks as 192.0.2.0/24");
      }
    }
    return ranges;
  }
}
