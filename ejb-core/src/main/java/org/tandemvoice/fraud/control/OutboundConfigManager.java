package org.tandemvoice.fraud.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.customer.control.Customers;
import org.tandemvoice.customer.entity.Customer;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.fraud.entity.OutboundConfig;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/**
 * Shows and changes the limits of customers. A customer chooses its countries; what protects the
 * platform as well is for platform administrators.
 */
@Stateless
public class OutboundConfigManager {

  private static final int NAME_LENGTH = 255;
  private static final int DETAIL_LENGTH = 2000;

  @Inject private OutboundConfigs configs;
  @Inject private OutboundConfigDocument document;
  @Inject private FraudSettings settings;
  @Inject private Customers customers;
  @Inject private Clock clock;

  /**
   * Those of the server if the customer has none of its own.
   *
   * @throws PlatformException {@code CUSTOMER_NOT_FOUND}
   */
  public JsonObject get(CustomerId id) {
    Customer customer = customers.find(id).orElseThrow(() -> unknown(id.value()));
    return document.of(
        configs
            .find(id)
            .orElseGet(() -> new OutboundConfig(id, settings.limits(), customer.createdAt())));
  }

  public Page<JsonObject> list(PageRequest request) {
    Page<OutboundConfig> page = configs.page(request);
    return new Page<>(page.items().stream().map(document::of).toList(), page.next());
  }

  /** A customer changes its countries; fields that are missing stay as they are. */
  public JsonObject updateOwn(CustomerId customer, JsonFields fields) {
    OutboundConfig config = own(customer);
    config.change(
        fields.textOr("name", config.name(), NAME_LENGTH),
        fields.textOr("detail", config.detail(), DETAIL_LENGTH),
        document.countriesOnly(config.limits(), fields),
        clock.instant());
    return document.of(config);
  }

  /**
   * Fields that are missing stay as they are.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field, {@code CUSTOMER_NOT_FOUND}
   */
  public JsonObject update(CustomerId customer, JsonFields fields) {
    OutboundConfig config = own(customer);
    config.change(
        fields.textOr("name", config.name(), NAME_LENGTH),
        fields.textOr("detail", config.detail(), DETAIL_LENGTH),
        document.changed(config.limits(), fields),
        clock.instant());
    return document.of(config);
  }

  /** The limits of the server hold again; the answer is what held before. */
  public JsonObject reset(CustomerId customer) {
    OutboundConfig config = own(customer);
    JsonObject before = document.of(config);
    configs.remove(config);
    return before;
  }

  /** The row of the customer locks those who make it: no two are made. */
  private OutboundConfig own(CustomerId id) {
    customers.lock(id).orElseThrow(() -> unknown(id.value()));
    return configs
        .lock(id)
        .orElseGet(
            () -> {
              OutboundConfig made = new OutboundConfig(id, settings.limits(), clock.instant());
              configs.add(made);
              return made;
            });
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.CUSTOMER_NOT_FOUND, "no customer has the id " + id);
  }
}
