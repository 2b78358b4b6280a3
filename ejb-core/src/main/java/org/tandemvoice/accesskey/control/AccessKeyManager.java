package org.tandemvoice.accesskey.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.accesskey.entity.AccessKey;
import org.tandemvoice.accesskey.entity.AccessKeyGrant;
import org.tandemvoice.accesskey.entity.AccessKeyToken;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.EventSubject;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** Issues, renames and revokes access keys, each told by an event, without the token. */
@Stateless
public class AccessKeyManager {

  private final SecureRandom random = new SecureRandom();
  private AccessKeys keys;
  private AccessKeyDocument document;
  private Outbox outbox;
  private TimeOrderedIds ids;
  private Clock clock;

  protected AccessKeyManager() {}

  @Inject
  public AccessKeyManager(
      AccessKeys keys, AccessKeyDocument document, Outbox outbox, TimeOrderedIds ids, Clock clock) {
    this.keys = keys;
    this.document = document;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  public IssuedAccessKey issue(CustomerId customer, AccessKeyGrant grant) {
    AccessKeyToken token = AccessKeyToken.random(random);
    AccessKey key = new AccessKey(ids.next(), customer, token, grant, clock.instant());
    keys.add(key);
    record(key, "accesskey_created");
    return new IssuedAccessKey(key, token);
  }

  public AccessKey get(CustomerId customer, UUID id) {
    return keys.find(customer, id).orElseThrow(() -> unknown(id));
  }

  private AccessKey lock(CustomerId customer, UUID id) {
    return keys.lock(customer, id).orElseThrow(() -> unknown(id));
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.ACCESSKEY_NOT_FOUND, "no access key has the id " + id);
  }

  public Page<AccessKey> list(CustomerId customer, PageRequest request) {
    return keys.page(customer, request);
  }

  /** Fields that are missing stay as they are. */
  public AccessKey rename(CustomerId customer, UUID id, JsonFields fields) {
    AccessKey key = lock(customer, id);
    key.rename(
        fields.textOr("name", key.name(), AccessKeyDocument.NAME_LENGTH),
        fields.textOr("detail", key.detail(), AccessKeyDocument.DETAIL_LENGTH),
        clock.instant());
    record(key, "accesskey_updated");
    return key;
  }

  /** The key is refused from now on, and connections that it opened end. */
  public void revoke(CustomerId customer, UUID id) {
    AccessKey key = lock(customer, id);
    key.delete(clock.instant());
    record(key, "accesskey_deleted");
  }

  private void record(AccessKey key, String eventType) {
    outbox.record(
        new EventSubject(key.customerId(), "accesskey", key.uuid()), eventType, document.of(key));
  }
}
