package org.tandemvoice.auth.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.agent.control.Agents;
import org.tandemvoice.customer.entity.Customer;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.Permission;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.platform.control.CustomerLife;
import org.tandemvoice.secret.control.PasswordHashes;

/**
 * Lets a customer go: it is frozen, and deleted when the time to come back is over, or at once
 * (contract section 2).
 */
@Stateless
public class Unregistration {

  private static final String PHRASE = "DELETE";
  private static final String PHRASE_FIELD = "confirmation_phrase";
  private static final String PASSWORD_FIELD = "password";
  private static final int LONGEST = 255;

  @Inject private CustomerLife life;
  @Inject private SignupSettings settings;
  @Inject private Agents agents;
  @Inject private PasswordHashes passwords;
  @Inject private Clock clock;

  /**
   * Who has signed in confirms it by {@code password}, who has an access key by {@code
   * confirmation_phrase}.
   *
   * @param agent who has signed in; empty for an access key
   * @param body with {@code immediate} there is no way back
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field; {@code STATE_INVALID} if
   *     it is frozen, or the administrators' own
   */
  public Customer order(CustomerId id, Optional<UUID> agent, JsonFields body) {
    boolean isImmediate = body.flag("immediate", false);
    requireConfirmed(id, agent, body);
    boolean isPlatform =
        agents.of(id).stream()
            .anyMatch(one -> one.permission().includes(Permission.PLATFORM_ADMIN));
    if (isPlatform) {
      throw new PlatformException(
          ErrorCode.STATE_INVALID,
          "this customer has administrators of the platform: they would lock themselves out");
    }
    return isImmediate ? life.leaveNow(id) : life.leave(id, clock.instant().plus(settings.grace()));
  }

  private void requireConfirmed(CustomerId id, Optional<UUID> agent, JsonFields body) {
    String expected = agent.isPresent() ? PASSWORD_FIELD : PHRASE_FIELD;
    String other = agent.isPresent() ? PHRASE_FIELD : PASSWORD_FIELD;
    if (body.has(other) && !body.text(other, LONGEST).isEmpty()) {
      throw body.invalid(other, "does not fit: give " + expected + " alone");
    }
    String given = body.requiredText(expected, LONGEST);
    boolean isRight =
        agent
            .map(
                known ->
                    agents
                        .find(id, known)
                        .filter(one -> passwords.matches(given, one.passwordHash()))
                        .isPresent())
            .orElseGet(() -> given.equals(PHRASE));
    if (!isRight) {
      throw body.invalid(
          expected, agent.isPresent() ? "is wrong" : "is not " + PHRASE + ": write it so");
    }
  }

  /**
   * @throws PlatformException {@code STATE_INVALID} if it has not unregistered
   */
  public Customer cancel(CustomerId id) {
    return life.stay(id);
  }
}
