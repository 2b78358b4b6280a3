package org.tandemvoice.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.auth.entity.MailSecret;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/** Who may come and go, and where the links of mails lead to. */
@ApplicationScoped
public class SignupSettings {

  private boolean isOpen;
  private String terms = "";
  private URI address = URI.create("http://localhost");
  private Duration grace = Duration.ZERO;

  protected SignupSettings() {}

  /**
   * @param isOpen {@code SIGNUP}: whether anybody may open a customer; default false; each begins
   *     with {@code SIGNUP_OPENING_CREDIT}
   * @param terms {@code TERMS_VERSION}, of the terms of service that are agreed to; default 1
   * @param address {@code API_URL}, under which people reach the API; never what a request says,
   *     for strangers write those
   * @param port {@code HTTP_PORT}, of this machine if there is no {@code API_URL}
   * @param grace {@code UNREGISTER_GRACE}, how long who has unregistered may come back; default
   *     P30D
   */
  @Inject
  public SignupSettings(
      @ConfigProperty(name = "SIGNUP", defaultValue = "false") boolean isOpen,
      @ConfigProperty(name = "TERMS_VERSION", defaultValue = "1") String terms,
      @ConfigProperty(name = "API_URL") Optional<URI> address,
      @ConfigProperty(name = "HTTP_PORT", defaultValue = "8080") int port,
      @ConfigProperty(name = "UNREGISTER_GRACE", defaultValue = "P30D") Duration grace) {
    this.isOpen = isOpen;
    this.terms = terms;
    this.grace = grace;
    this.address = address.orElseGet(() -> URI.create("http://localhost:" + port));
  }

  /**
   * @throws PlatformException {@code PERMISSION_DENIED} if nobody may sign up
   */
  void requireOpen() {
    if (!isOpen) {
      throw new PlatformException(
          ErrorCode.PERMISSION_DENIED,
          "nobody signs up here: ask the administrator of the platform for an account");
    }
  }

  String terms() {
    return terms;
  }

  Duration grace() {
    return grace;
  }

  /** A link that a person may follow, for instance to {@code /auth/password-reset}. */
  String link(String path, MailSecret secret) {
    return address.toString().replaceFirst("/+$", "") + path + "?token=" + secret.text();
  }
}
