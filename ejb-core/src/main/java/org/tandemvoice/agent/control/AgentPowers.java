package org.tandemvoice.agent.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.customer.control.Customers;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.Permission;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/**
 * Who may give which permission to whom (contract section 2): nobody gives more than it has, nobody
 * changes who stands above, and the last administrator stays one.
 */
@ApplicationScoped
public class AgentPowers {

  /** All bits of a customer. */
  private static final int CUSTOMER_BITS = 0xF0;

  private static final int PLATFORM_BITS = ~CUSTOMER_BITS & Permission.ALL.bits();

  private Agents agents;
  private Customers customers;

  protected AgentPowers() {}

  @Inject
  public AgentPowers(Agents agents, Customers customers) {
    this.agents = agents;
    this.customers = customers;
  }

  /**
   * @throws PlatformException {@code PERMISSION_DENIED} unless these bits are the giver's to give
   */
  void requireMayGive(Permission giver, Permission given) {
    if (giver.includes(Permission.PLATFORM_ADMIN)) {
      return;
    }
    if ((given.bits() & PLATFORM_BITS) != 0) {
      throw denied("permission " + given.bits() + " needs a platform admin (1) to give it");
    }
    if (given.includes(Permission.CUSTOMER_ADMIN) && !giver.includes(Permission.CUSTOMER_ADMIN)) {
      throw denied("permission " + given.bits() + " needs a customer admin (32) to give it");
    }
  }

  /**
   * @throws PlatformException {@code PERMISSION_DENIED} if the agent has what the other has not
   */
  void requireMayChange(Permission changer, Agent agent) {
    requireMayGive(changer, agent.permission());
  }

  /** Requests that may take an administrator away wait for one another from here on. */
  void oneAtATime(CustomerId customer) {
    customers.lock(customer);
  }

  /**
   * To be asked before an agent is deleted or given this permission.
   *
   * @throws PlatformException {@code STATE_INVALID} if no administrator would be left
   */
  void requireAnotherAdmin(Agent agent, Permission left) {
    requireAnother(Permission.CUSTOMER_ADMIN, agent, left);
    requireAnother(Permission.PLATFORM_ADMIN, agent, left);
  }

  private void requireAnother(Permission bit, Agent agent, Permission left) {
    boolean loses = agent.permission().includes(bit) && !left.includes(bit);
    boolean isLast =
        loses
            && agents.of(agent.customerId()).stream()
                .noneMatch(
                    other ->
                        !other.uuid().equals(agent.uuid()) && other.permission().includes(bit));
    if (isLast) {
      throw new PlatformException(
          ErrorCode.STATE_INVALID,
          "agent "
              + agent.uuid()
              + " is the last one with permission "
              + bit.bits()
              + ": give it to another agent first");
    }
  }

  private static PlatformException denied(String message) {
    return new PlatformException(ErrorCode.PERMISSION_DENIED, message);
  }
}
