package org.tandemvoice.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.auth.entity.MailPurpose;
import org.tandemvoice.auth.entity.MailRecipient;
import org.tandemvoice.mail.control.Mail;

/**
 * Sends agents their links, once in a while at most. Whose username is no e-mail address gets none.
 */
@ApplicationScoped
public class AuthMails {

  @Inject private MailTokens tokens;
  @Inject private SignupSettings settings;
  @Inject private Event<Mail> mails;

  void verifyEmail(Agent agent) {
    send(
        agent,
        MailPurpose.VERIFY_EMAIL,
        "/auth/email-verify",
        "Verify your e-mail address",
        "Somebody, presumably you, has signed up with this e-mail address.\n\n"
            + "Follow this link within two days to verify it:\n\n%s\n\n"
            + "If it was not you, do nothing.\n");
  }

  void choosePassword(Agent agent) {
    send(
        agent,
        MailPurpose.RESET_PASSWORD,
        "/auth/password-reset",
        "Choose your password",
        "Follow this link within an hour to choose a password:\n\n%s\n\n"
            + "If you have not asked for it, do nothing: the password stays as it is.\n");
  }

  private void send(Agent agent, MailPurpose purpose, String path, String subject, String text) {
    if (!EmailAddress.isOne(agent.username())) {
      return;
    }
    tokens
        .issue(new MailRecipient(agent.customerId(), agent.uuid()), purpose)
        .map(secret -> settings.link(path, secret))
        .ifPresent(link -> mails.fire(new Mail(agent.username(), subject, text.formatted(link))));
  }
}
