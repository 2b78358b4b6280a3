package org.tandemvoice.mail.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server of the operator, spoken to by SMTP (RFC 5321). It blocks for seconds at most. */
@ApplicationScoped
public class MailServer {

  private static final String PATIENCE_MS = "10000";

  private Optional<String> host = Optional.empty();
  private Properties properties = new Properties();
  private Optional<PasswordAuthentication> login = Optional.empty();
  private String sender = "";
  private Clock clock;

  protected MailServer() {}

  /**
   * @param host {@code SMTP_HOST}; without one there is no mail server
   * @param port {@code SMTP_PORT}, default 587
   * @param tls {@code SMTP_TLS}: {@code starttls} (default, and no mail without it), {@code
   *     implicit}, {@code none}
   * @param username {@code SMTP_USERNAME}; without one the server asks for none
   * @param password {@code SMTP_PASSWORD}
   * @param sender {@code MAIL_FROM}, default {@code tandem@localhost}
   */
  @Inject
  public MailServer(
      @ConfigProperty(name = "SMTP_HOST") Optional<String> host,
      @ConfigProperty(name = "SMTP_PORT", defaultValue = "587") int port,
      @ConfigProperty(name = "SMTP_TLS", defaultValue = "starttls") MailEncryption tls,
      @ConfigProperty(name = "SMTP_USERNAME") Optional<String> username,
      @ConfigProperty(name = "SMTP_PASSWORD") Optional<String> password,
      @ConfigProperty(name = "MAIL_FROM", defaultValue = "tandem@localhost") String sender,
      Clock clock) {
    this.host = host.filter(name -> !name.isBlank());
    this.sender = sender;
    this.clock = clock;
    login = username.map(name -> new PasswordAuthentication(name, password.orElse("")));
    properties.setProperty("mail.smtp.host", this.host.orElse(""));
    properties.setProperty("mail.smtp.port", Integer.toString(port));
    properties.setProperty("mail.smtp.auth", Boolean.toString(login.isPresent()));
    properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MS);
    properties.setProperty("mail.smtp.timeout", PATIENCE_MS);
    properties.setProperty("mail.smtp.writetimeout", PATIENCE_MS);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    tls.describe(properties);
  }

  public boolean isThere() {
    return host.isPresent();
  }

  /**
   * @throws MessagingException if the server has not taken it
   */
  void send(Mail mail) throws MessagingException {
    MimeMessage message = new MimeMessage(Session.getInstance(properties, authenticator()));
    message.setFrom(new InternetAddress(sender, true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setText(mail.text(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    Transport.send(message);
  }

  private Authenticator authenticator() {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return login.orElse(null);
      }
    };
  }
}
