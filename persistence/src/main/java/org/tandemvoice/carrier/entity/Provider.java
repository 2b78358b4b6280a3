package org.tandemvoice.carrier.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/** A carrier of calls into the telephone network. It belongs to the platform's own customer. */
@Entity
@Table(name = "providers")
public class Provider extends OwnedResource {

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  @Column(name = "hostname", nullable = false)
  private String hostname;

  @Column(name = "transport", nullable = false)
  private String transport;

  @Column(name = "tech_prefix", nullable = false)
  private String techPrefix;

  @Column(name = "tech_postfix", nullable = false)
  private String techPostfix;

  @Lob
  @Column(name = "tech_headers", nullable = false)
  private String techHeaders;

  @Column(name = "codecs", nullable = false)
  private String codecs;

  @Column(name = "username", nullable = false)
  private String username;

  @Column(name = "sealed_password", nullable = false)
  private String sealedPassword;

  @Lob
  @Column(name = "allowed_ips", nullable = false)
  private String allowedIps;

  @Enumerated(EnumType.STRING)
  @Column(name = "health_status", nullable = false)
  private HealthStatus health = HealthStatus.UNKNOWN;

  @Column(name = "tm_health")
  private Instant tmHealth;

  protected Provider() {}

  public Provider(UUID id, CustomerId platform, ProviderProfile profile, Instant now) {
    super(id, platform, now);
    describe(profile);
  }

  /** Replaces all that may change; what was known of its health is forgotten. */
  public void change(ProviderProfile profile, Instant now) {
    describe(profile);
    health = HealthStatus.UNKNOWN;
    tmHealth = null;
    touch(now);
  }

  private void describe(ProviderProfile profile) {
    name = profile.name();
    detail = profile.detail();
    hostname = profile.hostname();
    transport = profile.transport();
    techPrefix = profile.techPrefix();
    techPostfix = profile.techPostfix();
    techHeaders = JsonText.ofTexts(profile.techHeaders());
    codecs = String.join(",", profile.codecs());
    username = profile.username();
    sealedPassword = profile.sealedPassword();
    allowedIps = JsonText.ofTexts(profile.allowedIps());
  }

  /** It has, or has not, answered when asked. */
  public void seen(boolean answered, Instant now) {
    health = answered ? HealthStatus.HEALTHY : HealthStatus.UNHEALTHY;
    tmHealth = now;
  }

  public ProviderProfile profile() {
    return new ProviderProfile(
        name,
        detail,
        hostname,
        transport,
        techPrefix,
        techPostfix,
        JsonText.textsByName(techHeaders),
        codecs.isEmpty() ? List.of() : Arrays.asList(codecs.split(",")),
        username,
        sealedPassword,
        JsonText.texts(allowedIps));
  }

  public HealthStatus health() {
    return health;
  }

  public Optional<Instant> healthCheckedAt() {
    return Optional.ofNullable(tmHealth);
  }
}
