package org.tandemvoice.peer;

import java.net.InetSocketAddress;
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

/** The extensions and phones of one test; closing it turns every phone off. */
public final class Office implements AutoCloseable {

  private static final AtomicInteger NUMBERS =
      new AtomicInteger(1000 + (int) (System.currentTimeMillis() / 100 % 8_000_000) * 10);

  private final Site site;
  private final Deque<SoftPhone> phones = new ArrayDeque<>();

  /**
   * Where the platform is.
   *
   * @param api a client with the credential of the customer
   */
  public record Site(
      ApiClient api, InetSocketAddress sip, InetSocketAddress webSocket, String baseDomain) {}

  private Office(Site site) {
    this.site = site;
  }

  public static Office at(Site site) {
    return new Office(site);
  }

  public ApiClient api() {
    return site.api();
  }

  public Site site() {
    return site;
  }

  /** A new extension with a number nobody had before. */
  public Account extension() {
    String number = Integer.toString(NUMBERS.incrementAndGet());
    return site.api().extension(number, "pw-" + number, site.baseDomain());
  }

  /** A phone on UDP for a new extension, not registered yet. */
  public SoftPhone phone() {
    return phone(extension());
  }

  public SoftPhone phone(Account account) {
    return phone(account, "UDP");
  }

  /** A phone on UDP, TCP or WS. */
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
    InetSocketAddress server = "WS".equals(transport.protocol()) ? site.webSocket() : site.sip();
    SoftPhone phone = SoftPhone.at(server, transport, account);
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
