package org.tandemvoice.auth.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import org.tandemvoice.agent.control.AgentStates;
import org.tandemvoice.agent.control.Agents;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.auth.entity.MailPurpose;
import org.tandemvoice.auth.entity.MailRecipient;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.secret.control.PasswordHashes;

/** Lets agents who have forgotten their passwords choose others (contract section 2). */
@Stateless
public class PasswordManager {

  private static final int SHORTEST = 8;
  private static final int LONGEST = 255;

  @Inject private Agents agents;
  @Inject private AgentStates states;
  @Inject private MailTokens tokens;
  @Inject private AuthMails mails;
  @Inject private PasswordHashes passwords;
  @Inject private Clock clock;

  /** Nobody learns whether there is such an agent: the mail leaves after the answer. */
  public void forgot(String username) {
    agents
        .findByUsername(username.strip())
        .or(() -> agents.findByUsername(username.strip().toLowerCase(Locale.ROOT)))
        .ifPresent(mails::choosePassword);
  }

  /**
   * The agent that got this token has that password; logins of before are worth nothing.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field, and the token if it never
   *     was, is used or too old
   */
  public void reset(String token, String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw PlatformException.invalid(
          "password",
          "has " + password.length() + " characters: give " + SHORTEST + " to " + LONGEST);
    }
    MailRecipient recipient = tokens.use(token, MailPurpose.RESET_PASSWORD);
    Agent agent =
        agents.lock(recipient.customer(), recipient.agent()).orElseThrow(MailTokens::worthless);
    agent.changePassword(passwords.hash(password), clock.instant());
    states.record(agent, "agent_updated");
  }
}
