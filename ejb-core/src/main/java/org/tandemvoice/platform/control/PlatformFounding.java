package org.tandemvoice.platform.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.tandemvoice.accesskey.entity.AccessKeyToken;
import org.tandemvoice.agent.control.Agents;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.customer.control.Customers;
import org.tandemvoice.customer.entity.CustomerProfile;
import org.tandemvoice.customer.entity.Permission;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.secret.control.PasswordHashes;
import org.tandemvoice.storage.control.DataDirectory;

/**
 * Makes the platform's first customer and its administrator, and gives the administrator another
 * password. The credentials are in the data directory before the database has them, so that they
 * cannot get lost between the two.
 */
@Stateless
public class PlatformFounding {

  private Customers customers;
  private Onboarding onboarding;
  private Agents agents;
  private PasswordHashes passwords;
  private DataDirectory directory;
  private TimeOrderedIds ids;
  private Clock clock;

  protected PlatformFounding() {}

  @Inject
  public PlatformFounding(
      Customers customers,
      Onboarding onboarding,
      Agents agents,
      PasswordHashes passwords,
      DataDirectory directory,
      TimeOrderedIds ids,
      Clock clock) {
    this.customers = customers;
    this.onboarding = onboarding;
    this.agents = agents;
    this.passwords = passwords;
    this.directory = directory;
    this.ids = ids;
    this.clock = clock;
  }

  public boolean isFounded() {
    return !customers.isEmpty();
  }

  public void found(String username, String password) {
    var now = clock.instant();
    Welcome welcome =
        onboarding.open(CustomerProfile.named("Platform", "the customer that runs this platform"));
    String hash = passwords.hash(password);
    var admin = new Agent(ids.next(), welcome.customer().id(), username, hash, Permission.ALL, now);
    agents.add(admin);
    keep(admin, password, welcome.accessKey().token());
  }

  /**
   * Gives the administrator this password unless it is the present one. False if no administrator
   * has that username.
   */
  public boolean changePassword(String username, String password) {
    var admin =
        agents
            .findByUsername(username)
            .filter(agent -> agent.permission().includes(Permission.PLATFORM_ADMIN));
    admin
        .filter(agent -> !passwords.matches(password, agent.passwordHash()))
        .ifPresent(agent -> change(agent, password));
    return admin.isPresent();
  }

  private void change(Agent admin, String password) {
    admin.changePassword(passwords.hash(password), clock.instant());
    keep(admin, password, onboarding.firstKey(admin.customerId()).token());
  }

  private void keep(Agent admin, String password, AccessKeyToken key) {
    var credentials = new AdminCredentials(admin.username(), password, admin.customerId(), key);
    directory.writeSecret(AdminCredentials.FILE, credentials.fileContent());
  }
}
