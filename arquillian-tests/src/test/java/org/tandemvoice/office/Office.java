package org.tandemvoice.office;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Account;
import org.tandemvoice.peer.sip.SipTransport;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.sip.TcpTransport;
import org.tandemvoice.peer.sip.UdpTransport;
import org.tandemvoice.peer.sip.WebSocketTransport;
import org.tandemvoice.platform.Platform;

/** A new customer with the extensions and phones of one test; closing it turns the phones off. */
public final class Office implements AutoCloseable {

  private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

  private final Platform platform;
  private final ApiClient api;
  private final String accessKey;
  private final String domain;
  private final Deque<SoftPhone> phones = new ArrayDeque<>();

  private Office(Platform platform, String accessKey, String domain) {
    this.platform = platform;
    this.api = platform.anonymous().withAccessKey(accessKey);
    this.accessKey = accessKey;
    this.domain = domain;
  }

  /** Opens one at the server that tests share. */
  public static Office open() {
    return at(Platform.shared());
  }

  public static Office at(Platform platform) {
    JsonObject order = Json.createObjectBuilder().add("name", "Office of a test").build();
    JsonObject customer = platform.admin().post("/v1.0/customers", order).expect(200).object();
    String key = customer.getJsonObject("accesskey").getString("token");
    return new Office(platform, key, platform.registrar(customer.getString("id")));
  }

  public Platform platform() {
    return platform;
  }

  public ApiClient api() {
    return api;
  }

  /** What the API's client signs in with. */
  public String accessKey() {
    return accessKey;
  }

  /** The SIP domain of this customer. */
  public String domain() {
    return domain;
  }

  /** A new extension with a number no other test has. */
  public Account extension() {
    String number = Integer.toString(NUMBERS.incrementAndGet());
    return api.extension(number, "pw-" + number, domain);
  }

  /** A phone on UDP for a new extension, not registered yet. */
  public SoftPhone phone() {
    return phone(extension());
  }

  public SoftPhone phone(Account account) {
    return phone(account, "UDP");
  }

  /** A phone on UDP, TCP or WS; those with a certificate bring their own transport. */
  public SoftPhone phone(Account account, String transport) {
    Supplier<SipTransport> make =
        switch (transport) {
          case "UDP" -> UdpTransport::new;
          case "TCP" -> TcpTransport::new;
          case "WS" -> WebSocketTransport::new;
          default -> throw new IllegalArgumentException(transport);
        };
    return phone(account, make.get());
  }

  public SoftPhone phone(Account account, SipTransport transport) {
    SoftPhone phone = SoftPhone.at(platform.sip(transport.protocol()), transport, account);
    phones.push(phone);
    return phone;
  }

  /** A registered phone on UDP for a new extension. */
  public SoftPhone registered() {
    return phone().register();
  }

  @Override
  public void close() {
    phones.forEach(SoftPhone::close);
  }
}
