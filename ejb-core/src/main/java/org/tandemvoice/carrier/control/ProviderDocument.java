package org.tandemvoice.carrier.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tandemvoice.carrier.entity.Provider;
import org.tandemvoice.carrier.entity.ProviderProfile;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.secret.control.SecretCipher;
import org.tandemvoice.time.control.Timestamps;
import org.tandemvoice.trunk.control.TrunkDocument;

/** A provider as the API reads and writes it (contract section 6 and Appendix A). */
@ApplicationScoped
public class ProviderDocument {

  private static final int NAME_LENGTH = 255;
  private static final int DETAIL_LENGTH = 2000;
  private static final int AFFIX_LENGTH = 32;
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");
  private static final Pattern AFFIX = Pattern.compile("[0-9A-Za-z+*#_.~-]*");
  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern CODEC = Pattern.compile("[A-Za-z0-9.-]{1,32}");
  private static final Set<String> TRANSPORTS = Set.of("udp", "tcp", "tls");

  /** Headers that carry the call itself: no provider needs others of them. */
  private static final Set<String> OWN_HEADERS =
      Set.of(
          "via",
          "from",
          "to",
          "call-id",
          "cseq",
          "contact",
          "content-length",
          "content-type",
          "max-forwards",
          "route",
          "record-route",
          "authorization",
          "proxy-authorization");

  private static final ProviderProfile EMPTY =
      new ProviderProfile("", "", "", "udp", "", "", Map.of(), List.of(), "", "", List.of());

  private Timestamps timestamps;
  private SecretCipher cipher;

  protected ProviderDocument() {}

  @Inject
  public ProviderDocument(Timestamps timestamps, SecretCipher cipher) {
    this.timestamps = timestamps;
    this.cipher = cipher;
  }

  public JsonObject of(Provider provider) {
    ProviderProfile profile = provider.profile();
    JsonObjectBuilder headers = JSON.createObjectBuilder();
    profile.techHeaders().forEach(headers::add);
    return JSON.createObjectBuilder()
        .add("id", provider.uuid().toString())
        .add("type", "sip")
        .add("hostname", profile.hostname())
        .add("transport", profile.transport())
        .add("tech_prefix", profile.techPrefix())
        .add("tech_postfix", profile.techPostfix())
        .add("tech_headers", headers)
        .add("codecs", String.join(",", profile.codecs()))
        .add("username", profile.username())
        .add("allowed_ips", JSON.createArrayBuilder(profile.allowedIps()))
        .add("name", profile.name())
        .add("detail", profile.detail())
        .add("health_status", provider.health().text())
        .add("health_checked_at", timestamps.text(provider.healthCheckedAt()))
        .add("tm_create", timestamps.text(provider.createdAt()))
        .add("tm_update", timestamps.text(provider.updatedAt()))
        .add("tm_delete", timestamps.text(provider.deletedAt()))
        .build();
  }

  ProviderProfile newProfile(UUID row, JsonFields fields) {
    return changed(row, EMPTY, fields);
  }

  /** Fields that are missing are as before. */
  ProviderProfile changed(UUID row, ProviderProfile before, JsonFields fields) {
    String type = fields.text("type");
    if (!type.isEmpty() && !type.equals("sip")) {
      throw fields.invalid("type", "is \"" + type + "\": give sip");
    }
    return new ProviderProfile(
        fields.textOr("name", before.name(), NAME_LENGTH),
        fields.textOr("detail", before.detail(), DETAIL_LENGTH),
        hostname(before, fields),
        transport(before, fields),
        affix(fields, "tech_prefix", before.techPrefix()),
        affix(fields, "tech_postfix", before.techPostfix()),
        fields.has("tech_headers") ? headers(fields) : before.techHeaders(),
        fields.has("codecs") ? codecs(fields) : before.codecs(),
        fields.has("username") ? fields.line("username", NAME_LENGTH) : before.username(),
        fields.has("password") ? sealed(row, fields) : before.sealedPassword(),
        fields.has("allowed_ips")
            ? TrunkDocument.ranges(fields, "allowed_ips")
            : before.allowedIps());
  }

  private static String hostname(ProviderProfile before, JsonFields fields) {
    String host =
        fields.has("hostname") || before.hostname().isEmpty()
            ? fields.requiredText("hostname", NAME_LENGTH)
            : before.hostname();
    if (!HOST.matcher(host).matches()) {
      throw fields.invalid("hostname", "is \"" + host + "\": give host or host:port");
    }
    return host;
  }

  private static String transport(ProviderProfile before, JsonFields fields) {
    String transport =
        fields.textOr("transport", before.transport(), AFFIX_LENGTH).toLowerCase(Locale.ROOT);
    if (!TRANSPORTS.contains(transport)) {
      throw fields.invalid("transport", "is \"" + transport + "\": give udp, tcp or tls");
    }
    return transport;
  }

  private static String affix(JsonFields fields, String name, String before) {
    String affix = fields.textOr(name, before, AFFIX_LENGTH);
    if (!AFFIX.matcher(affix).matches()) {
      throw fields.invalid(name, "is \"" + affix + "\": give characters of a SIP user name");
    }
    return affix;
  }

  private static Map<String, String> headers(JsonFields fields) {
    JsonFields given = fields.object("tech_headers");
    Map<String, String> headers = new TreeMap<>();
    for (String name : given.json().keySet()) {
      if (!HEADER_NAME.matcher(name).matches()
          || OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
        throw given.invalid(name, "is no header that may be added");
      }
      headers.put(name, given.line(name, NAME_LENGTH));
    }
    return headers;
  }

  /** A text with commas, as the contract has it, or an array. */
  private static List<String> codecs(JsonFields fields) {
    List<String> codecs =
        fields.json().get("codecs") instanceof JsonString
            ? Arrays.stream(fields.text("codecs", NAME_LENGTH).split(","))
                .map(String::strip)
                .filter(codec -> !codec.isEmpty())
                .toList()
            : fields.texts("codecs");
    for (String codec : codecs) {
      if (!CODEC.matcher(codec).matches()) {
        throw fields.invalid("codecs", "has \"" + codec + "\": give names as PCMU,PCMA,G722");
      }
    }
    return codecs;
  }

  private String sealed(UUID row, JsonFields fields) {
    String password = fields.line("password", NAME_LENGTH);
    return password.isEmpty() ? "" : cipher.seal(row, password);
  }

  /** In clear; empty if the provider has none. */
  String password(Provider provider) {
    String sealed = provider.profile().sealedPassword();
    return sealed.isEmpty() ? "" : cipher.open(provider.uuid(), sealed);
  }
}
