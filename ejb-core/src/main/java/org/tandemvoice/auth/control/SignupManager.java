package org.tandemvoice.auth.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.tandemvoice.agent.control.AgentManager;
import org.tandemvoice.agent.control.Agents;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.auth.entity.MailPurpose;
import org.tandemvoice.auth.entity.MailRecipient;
import org.tandemvoice.auth.entity.MailSecret;
import org.tandemvoice.customer.control.CustomerDocument;
import org.tandemvoice.customer.control.CustomerStatusChanged;
import org.tandemvoice.customer.control.Customers;
import org.tandemvoice.customer.entity.Customer;
import org.tandemvoice.customer.entity.CustomerProfile;
import org.tandemvoice.customer.entity.Permission;
import org.tandemvoice.customer.entity.TermsAgreement;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.platform.control.Onboarding;
import org.tandemvoice.platform.control.Welcome;

/**
 * Lets strangers open customers (contract section 2). Each has an access key and an agent called
 * like its e-mail address; it calls nobody, and the agent has no password, before the address is
 * verified.
 */
@Stateless
public class SignupManager {

  private final SecureRandom random = new SecureRandom();

  @Inject private SignupSettings settings;
  @Inject private Onboarding onboarding;
  @Inject private CustomerDocument document;
  @Inject private Customers customers;
  @Inject private AgentManager agentManager;
  @Inject private Agents agents;
  @Inject private MailTokens tokens;
  @Inject private AuthMails mails;
  @Inject private Event<CustomerStatusChanged> changed;
  @Inject private Clock clock;

  /**
   * @param address where the request came from
   * @return empty if the e-mail address is taken
   * @throws PlatformException {@code PERMISSION_DENIED} if nobody may sign up, {@code
   *     INVALID_ARGUMENT} naming the field, {@code AGENT_ALREADY_EXISTS} if somebody else takes the
   *     address at this moment
   */
  public Optional<Welcome> signUp(JsonFields body, String address) {
    settings.requireOpen();
    String email = EmailAddress.read(body, "email");
    if (!body.flag("accepted_tos", false)) {
      throw body.invalid("accepted_tos", "is not true: agree to the terms of service");
    }
    CustomerProfile profile = profile(body, email);
    if (agents.findByUsername(email).isPresent()) {
      return Optional.empty();
    }
    Welcome welcome = onboarding.open(profile, new TermsAgreement(settings.terms(), address));
    mails.verifyEmail(
        agentManager.create(welcome.customer().id(), Permission.CUSTOMER_ADMIN, agent(email)));
    return Optional.of(welcome);
  }

  private CustomerProfile profile(JsonFields body, String email) {
    CustomerProfile given = document.profile(body, CustomerProfile.named("", ""));
    return new CustomerProfile(
        given.name().isBlank() ? email : given.name(),
        given.detail(),
        email,
        given.phoneNumber(),
        given.address(),
        given.webhookMethod(),
        given.webhookUri());
  }

  /** Nobody knows its password, until one is chosen by way of a mail. */
  private JsonFields agent(String email) {
    JsonObject agent =
        JSON.createObjectBuilder()
            .add("username", email)
            .add("password", MailSecret.random(random).text())
            .add("permission", Permission.CUSTOMER_ADMIN.bits())
            .build();
    return JsonFields.of(agent);
  }

  /**
   * The e-mail address is theirs who have this token. A mail to choose a password by follows.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT} if it never was, is used or too old
   */
  public Customer verify(String token) {
    MailRecipient recipient = tokens.use(token, MailPurpose.VERIFY_EMAIL);
    Customer customer = customers.lock(recipient.customer()).orElseThrow(MailTokens::worthless);
    customer.verifyEmail(clock.instant());
    changed.fire(new CustomerStatusChanged(customer.id()));
    Optional<Agent> agent = agents.find(recipient.customer(), recipient.agent());
    agent.ifPresent(mails::choosePassword);
    return customer;
  }
}
