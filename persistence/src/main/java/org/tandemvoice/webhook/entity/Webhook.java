package org.tandemvoice.webhook.entity;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.customer.entity.WebhookMethod;

/** A URL that is told the events of a customer, or of one execution of a flow. */
@Entity
@Table(name = "webhooks")
public class Webhook extends OwnedResource {

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", nullable = false)
  private WebhookKind kind;

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  @Column(name = "url", nullable = false)
  private String url;

  @Enumerated(EnumType.STRING)
  @Column(name = "method", nullable = false)
  private WebhookMethod method;

  @Lob
  @Column(name = "events", nullable = false)
  private String events;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private WebhookStatus status;

  @Enumerated(EnumType.STRING)
  @Column(name = "retry", nullable = false)
  private WebhookRetry retry;

  @Column(name = "sealed_secret", nullable = false)
  private String sealedSecret;

  protected Webhook() {}

  /**
   * @param sealedSecret what signs its events; empty if nothing does
   */
  public Webhook(
      UUID id,
      CustomerId customer,
      WebhookKind kind,
      WebhookProfile profile,
      String sealedSecret,
      Instant now) {
    super(id, customer, now);
    this.kind = kind;
    this.sealedSecret = sealedSecret;
    describe(profile);
  }

  public void change(WebhookProfile profile, Instant now) {
    describe(profile);
    touch(now);
  }

  private void describe(WebhookProfile profile) {
    name = profile.name();
    detail = profile.detail();
    url = profile.url();
    method = profile.method();
    events = JSON.createArrayBuilder(profile.events()).build().toString();
    status = profile.status();
    retry = profile.retry();
  }

  /** From now on events are signed with this one. */
  public void resecure(String newSealedSecret, Instant now) {
    sealedSecret = newSealedSecret;
    touch(now);
  }

  public WebhookProfile profile() {
    return new WebhookProfile(name, detail, url, method, events(), status, retry);
  }

  private List<String> events() {
    return JsonText.array(events).getValuesAs(JsonString::getString);
  }

  public WebhookKind kind() {
    return kind;
  }

  public boolean isActive() {
    return status == WebhookStatus.ACTIVE && !isDeleted();
  }

  /** Empty if its events are not signed. */
  public String sealedSecret() {
    return sealedSecret;
  }
}
