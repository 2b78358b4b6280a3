package org.tandemvoice.accesskey.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.api.entity.ApiVersion;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * A key of a customer. Its token is shown once, when it is made; the row holds only the SHA-256 of
 * it and its first characters.
 */
@Entity
@Table(name = "accesskeys")
public class AccessKey extends OwnedResource {

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  @Column(name = "token_hash", nullable = false)
  private String tokenHash;

  @Column(name = "token_prefix", nullable = false)
  private String tokenPrefix;

  @Column(name = "api_version", nullable = false)
  private String apiVersion;

  @Column(name = "tm_expire")
  private Instant tmExpire;

  protected AccessKey() {}

  public AccessKey(
      UUID id, CustomerId customerId, AccessKeyToken token, AccessKeyGrant grant, Instant now) {
    super(id, customerId, now);
    this.tokenHash = token.sha256();
    this.tokenPrefix = token.prefix();
    this.name = grant.name();
    this.detail = grant.detail();
    this.apiVersion = grant.apiVersion().text();
    this.tmExpire = grant.life().map(now::plus).orElse(null);
  }

  /** How it is called, which is all that can change. */
  public void rename(String newName, String newDetail, Instant now) {
    name = newName;
    detail = newDetail;
    touch(now);
  }

  public boolean isValid(Instant now) {
    return !isDeleted() && (tmExpire == null || now.isBefore(tmExpire));
  }

  public String name() {
    return name;
  }

  public String detail() {
    return detail;
  }

  public String tokenPrefix() {
    return tokenPrefix;
  }

  public ApiVersion apiVersion() {
    return ApiVersion.of(apiVersion).orElse(ApiVersion.DOCUMENTED);
  }

  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(tmExpire);
  }
}
