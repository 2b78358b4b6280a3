package org.tandemvoice.settings;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.web.EventListener;
import org.tandemvoice.platform.Platform;

/** What the API and the events of an office say of its phones. */
final class ContactBook implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CHANGED = "extension_status_updated";

  private final Office office;
  private final EventListener events;

  private ContactBook(Office office, EventListener events) {
    this.office = office;
    this.events = events;
  }

  /** Of an office that has this phone, which registers here: a subscription is not confirmed. */
  static ContactBook of(Office office, SoftPhone phone) {
    String base = office.platform().api().toString().replaceFirst("http", "ws");
    EventListener events =
        EventListener.at(URI.create(base + "/v1.0/ws?accesskey=" + office.accessKey()))
            .subscribe("customer_id:" + office.api().customerId() + ":extension:*");
    ContactBook book = new ContactBook(office, events);
    Platform.await(
        "an event of " + phone.contactUri(),
        PATIENCE,
        () -> {
          phone.register().unregister();
          return !book.told(phone).isEmpty();
        });
    phone.register();
    return book;
  }

  void await(SoftPhone phone, String status) {
    Platform.await(
        phone.contactUri() + " to be " + status,
        PATIENCE,
        () -> contact(phone).getString("status").equals(status));
  }

  /** Waits until that was told last of the phone's extension. */
  void awaitTold(SoftPhone phone, String status) {
    Platform.await(
        "the extension of " + phone.contactUri() + " to be told " + status,
        PATIENCE,
        () -> {
          List<String> told = told(phone);
          return !told.isEmpty() && told.get(told.size() - 1).equals(status);
        });
  }

  /** What was told of the phone's extension, in this order. */
  List<String> told(SoftPhone phone) {
    String id = extension(phone).getString("id");
    return events.received().stream()
        .filter(event -> event.getString("type").equals(CHANGED))
        .map(event -> event.getJsonObject("data"))
        .filter(extension -> extension.getString("id").equals(id))
        .map(extension -> extension.getString("status"))
        .toList();
  }

  JsonObject extension(SoftPhone phone) {
    return office.api().get("/v1.0/extensions").expect(200).result().stream()
        .map(JsonValue::asJsonObject)
        .filter(extension -> extension.getString("extension").equals(phone.account().user()))
        .findFirst()
        .orElseThrow();
  }

  JsonObject contact(SoftPhone phone) {
    String path = "/v1.0/extensions/" + extension(phone).getString("id") + "/contacts";
    return office.api().get(path).expect(200).result().stream()
        .map(JsonValue::asJsonObject)
        .filter(contact -> contact.getString("contact").equals(phone.contactUri()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    events.close();
  }
}
