package org.tandemvoice.trunk.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * A customer's telephone system that calls through the platform. Its domain name is unique on the
 * server while it is not deleted, and never changes.
 */
@Entity
@Table(name = "trunks")
public class Trunk extends OwnedResource {

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  @Column(name = "domain_name", nullable = false)
  private String domainName;

  @Column(name = "live_domain_name")
  private String liveDomainName;

  @Lob
  @Column(name = "auth_types", nullable = false)
  private String authTypes;

  @Column(name = "username", nullable = false)
  private String username;

  @Column(name = "sealed_password", nullable = false)
  private String sealedPassword;

  @Lob
  @Column(name = "allowed_ips", nullable = false)
  private String allowedIps;

  @Column(name = "max_calls", nullable = false)
  private int maxCalls;

  protected Trunk() {}

  public Trunk(UUID id, CustomerId customer, String domainName, TrunkProfile profile, Instant now) {
    super(id, customer, now);
    this.domainName = domainName;
    this.liveDomainName = domainName;
    describe(profile);
  }

  /** Replaces all that may change at any time. */
  public void change(TrunkProfile profile, Instant now) {
    describe(profile);
    touch(now);
  }

  private void describe(TrunkProfile profile) {
    name = profile.name();
    detail = profile.detail();
    authTypes = JsonText.ofTexts(profile.auths().stream().map(TrunkAuth::text).sorted().toList());
    username = profile.username();
    sealedPassword = profile.sealedPassword();
    allowedIps = JsonText.ofTexts(profile.allowedIps());
    maxCalls = profile.maxCalls();
  }

  @Override
  public void delete(Instant now) {
    super.delete(now);
    liveDomainName = null;
  }

  /** The first label of {@code <name>.trunk.<base domain>}, lower case. */
  public String domainName() {
    return domainName;
  }

  public TrunkProfile profile() {
    Set<TrunkAuth> auths = EnumSet.noneOf(TrunkAuth.class);
    JsonText.texts(authTypes).forEach(text -> TrunkAuth.of(text).ifPresent(auths::add));
    return new TrunkProfile(
        name, detail, auths, username, sealedPassword, JsonText.texts(allowedIps), maxCalls);
  }
}
