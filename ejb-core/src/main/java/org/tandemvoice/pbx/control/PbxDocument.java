package org.tandemvoice.pbx.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tandemvoice.extension.control.SipDomains;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.pbx.entity.PbxAccount;
import org.tandemvoice.pbx.entity.PbxRegistration;
import org.tandemvoice.pbx.entity.PbxState;
import org.tandemvoice.pbx.entity.PbxTerms;
import org.tandemvoice.secret.control.SecretCipher;
import org.tandemvoice.time.control.Timestamps;

/** A registration at another telephone system as the API reads and writes it (seed 004). */
@ApplicationScoped
public class PbxDocument {

  private static final int LENGTH = 255;
  private static final int DEFAULT_PORT = 5060;
  private static final int LAST_PORT = 65_535;
  private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]");
  private static final Pattern PROXY = Pattern.compile("(" + DOMAIN.pattern() + ")(:\\d{1,5})?");
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9_.!~*'()&=+$,%-]+");
  private static final Pattern DID = Pattern.compile("\\+?\\d{1,32}");
  private static final Set<String> TRANSPORTS = Set.of("udp", "tcp", "tls");

  private Timestamps timestamps;
  private SecretCipher cipher;
  private SipDomains domains;

  protected PbxDocument() {}

  @Inject
  public PbxDocument(Timestamps timestamps, SecretCipher cipher, SipDomains domains) {
    this.timestamps = timestamps;
    this.cipher = cipher;
    this.domains = domains;
  }

  /** With the password, as the seed has it (C-63). */
  public JsonObject of(PbxRegistration registration) {
    PbxAccount account = registration.account();
    JsonObjectBuilder document =
        JSON.createObjectBuilder()
            .add("sipDomain", account.sipDomain())
            .add("username", account.username())
            .add("password", password(registration));
    textOrNull(document, "proxy", account.proxy());
    document
        .add("port", account.port())
        .add("transport", account.transport())
        .add("subscribe", registration.terms().subscribes());
    textOrNull(document, "authUsername", account.authUsername());
    textOrNull(document, "did", registration.terms().did());
    return document
        .add("registrationEnabled", !registration.isDeleted())
        .add("extension", account.username())
        .build();
  }

  private static void textOrNull(JsonObjectBuilder document, String name, String text) {
    if (text.isEmpty()) {
      document.addNull(name);
    } else {
      document.add(name, text);
    }
  }

  /** What has become of it, without any secret. */
  public JsonObject status(PbxRegistration registration, Instant now) {
    boolean registered =
        registration.state() == PbxState.REGISTERED
            && registration.expiresAt().filter(now::isBefore).isPresent();
    return JSON.createObjectBuilder()
        .add("sipDomain", registration.account().sipDomain())
        .add("username", registration.account().username())
        .add("state", registration.state().text())
        .add("registered", registered)
        .add("lastCode", registration.lastCode())
        .add("lastReason", registration.lastReason())
        .add("failures", registration.failures())
        .add("registeredAt", timestamps.text(registration.registeredAt()))
        .add("expiresAt", timestamps.text(registration.expiresAt()))
        .add("nextAttemptAt", timestamps.text(registration.dueAt()))
        .add("subscription", subscription(registration, now))
        .build();
  }

  private JsonObject subscription(PbxRegistration registration, Instant now) {
    return JSON.createObjectBuilder()
        .add("active", registration.subscribedUntil().filter(now::isBefore).isPresent())
        .add("lastCode", registration.subscriptionCode())
        .add("expiresAt", timestamps.text(registration.subscribedUntil()))
        .add("busy", registration.isWatchedBusy())
        .build();
  }

  PbxAccount account(JsonFields fields) {
    String domain = fields.requiredText("sipDomain", LENGTH).strip();
    check(fields, "sipDomain", domain, DOMAIN, "a host name or an address");
    if (domains.isPublic(domain)
        || domains.customerOf(domain).isPresent()
        || domains.trunkOf(domain).isPresent()) {
      throw fields.invalid("sipDomain", "is \"" + domain + "\": give a domain of another system");
    }
    String username = fields.requiredText("username", LENGTH);
    check(fields, "username", username, USER, "characters of a SIP user name");
    String proxy = fields.text("proxy", LENGTH).strip();
    if (!proxy.isEmpty()) {
      check(fields, "proxy", proxy, PROXY, "host or host:port");
    }
    return new PbxAccount(
        domain,
        username,
        fields.line("authUsername", LENGTH),
        proxy,
        (int) fields.integer("port", DEFAULT_PORT, 1, LAST_PORT),
        transport(fields));
  }

  private static String transport(JsonFields fields) {
    String transport = fields.textOr("transport", "udp", LENGTH).toLowerCase(Locale.ROOT);
    if (!TRANSPORTS.contains(transport)) {
      throw fields.invalid("transport", "is \"" + transport + "\": give udp, tcp or tls");
    }
    return transport;
  }

  private static void check(
      JsonFields fields, String name, String text, Pattern form, String wanted) {
    if (!form.matcher(text).matches()) {
      throw fields.invalid(name, "is \"" + text + "\": give " + wanted);
    }
  }

  /**
   * @param row the registration, which the password is sealed for
   */
  PbxTerms terms(UUID row, JsonFields fields) {
    String password = fields.requiredLine("password", LENGTH);
    String did = fields.text("did", LENGTH);
    if (!did.isEmpty()) {
      check(fields, "did", did, DID, "the digits of a number, with + before those of a country");
    }
    return new PbxTerms(cipher.seal(row, password), did, fields.flag("subscribe", false));
  }

  String password(PbxRegistration registration) {
    return cipher.open(registration.uuid(), registration.terms().sealedPassword());
  }
}
