package org.tandemvoice.auth.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.tandemvoice.access.control.Identity;
import org.tandemvoice.accesskey.control.AccessKeys;
import org.tandemvoice.accesskey.entity.AccessKeyToken;
import org.tandemvoice.agent.control.Agents;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.api.entity.ApiVersion;
import org.tandemvoice.customer.control.CustomerStandings;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.Permission;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.secret.control.PasswordHashes;

/**
 * Tells who a credential stands for. Whatever the reason, a credential that is worth nothing is
 * empty: outsiders learn no more.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Authentication {

  private Agents agents;
  private AccessKeys keys;
  private PasswordHashes passwords;
  private LoginTokens tokens;
  private DirectTokens directTokens;
  private DelegateTokens delegateTokens;
  private CustomerStandings standings;
  private Clock clock;

  protected Authentication() {}

  @Inject
  public Authentication(
      Agents agents,
      AccessKeys keys,
      PasswordHashes passwords,
      LoginTokens tokens,
      DirectTokens directTokens,
      DelegateTokens delegateTokens,
      CustomerStandings standings,
      Clock clock) {
    this.agents = agents;
    this.keys = keys;
    this.passwords = passwords;
    this.tokens = tokens;
    this.directTokens = directTokens;
    this.delegateTokens = delegateTokens;
    this.standings = standings;
    this.clock = clock;
  }

  /**
   * A token for who knows the password. Unknown users take as long as wrong passwords.
   *
   * @throws PlatformException {@code ACCOUNT_FROZEN} for who knows it, unless the customer leaves
   */
  public Optional<String> login(String username, String password) {
    Optional<Agent> agent = agents.findByUsername(username);
    boolean isRight =
        agent
            .map(found -> passwords.matches(password, found.passwordHash()))
            .orElseGet(() -> passwords.matchesNobody(password));
    if (!isRight || agent.isEmpty()) {
      return Optional.empty();
    }
    standings.requireMaySignIn(agent.get().customerId());
    return agent.map(tokens::issue);
  }

  /**
   * Who a login token, a delegate token or an access key stands for.
   *
   * @throws PlatformException {@code DIRECT_ACCESS_NOT_SUPPORTED} for a direct token, {@code
   *     ACCOUNT_FROZEN}
   */
  public Optional<Identity> identify(String credential) {
    Optional<Identity> identity = identifyEvenFrozen(credential);
    identity.ifPresent(known -> standings.requireNotFrozen(known.customerId()));
    return identity;
  }

  /**
   * The same, also of a customer that is frozen.
   *
   * @throws PlatformException {@code DIRECT_ACCESS_NOT_SUPPORTED} for a direct token, {@code
   *     ACCOUNT_FROZEN} for one of a frozen customer
   */
  public Optional<Identity> identifyEvenFrozen(String credential) {
    return credential.startsWith(AccessKeyToken.MARK)
        ? byAccessKey(credential)
        : byToken(credential);
  }

  /** Empty also if the agent is gone or has another password by now, delegates included. */
  private Optional<Identity> byToken(String token) {
    Optional<CustomerId> owner = direct(token);
    if (owner.isPresent()) {
      standings.requireNotFrozen(owner.get());
      throw new PlatformException(
          ErrorCode.DIRECT_ACCESS_NOT_SUPPORTED,
          "a token of /auth/boot names a resource and gives no right to this one");
    }
    return tokens.verify(token).flatMap(this::agent).or(() -> delegateTokens.verify(token));
  }

  /**
   * The customer whose resource a direct token names; empty for every other credential, and if the
   * customer is gone.
   */
  public Optional<CustomerId> direct(String credential) {
    return credential.startsWith(AccessKeyToken.MARK)
        ? Optional.empty()
        : directTokens.customer(credential);
  }

  private Optional<Identity> agent(TokenClaims claims) {
    return agents
        .find(claims.customerId(), claims.agentId())
        .filter(agent -> LoginTokens.passwordMark(agent).equals(claims.passwordMark()))
        .map(
            agent ->
                new Identity(
                    agent.customerId(),
                    Optional.of(agent.uuid()),
                    agent.permission(),
                    ApiVersion.DOCUMENTED));
  }

  /** Access keys act with exactly the customer admin bit (contract section 2). */
  private Optional<Identity> byAccessKey(String token) {
    return keys.findByToken(new AccessKeyToken(token))
        .filter(key -> key.isValid(clock.instant()))
        .map(
            key ->
                new Identity(
                    key.customerId(),
                    Optional.empty(),
                    Permission.CUSTOMER_ADMIN,
                    key.apiVersion()));
  }
}
