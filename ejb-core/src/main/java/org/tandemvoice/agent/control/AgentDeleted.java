package org.tandemvoice.agent.control;

import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/** An agent was deleted, published inside the transaction that does it. */
public record AgentDeleted(CustomerId customer, UUID agent) {}
