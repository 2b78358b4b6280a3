package org.tandemvoice.agent.control;

import java.util.UUID;
import org.tandemvoice.agent.entity.AgentStatus;
import org.tandemvoice.customer.entity.CustomerId;

/** An agent has another status, published inside the transaction that changes it. */
public record AgentStatusChanged(CustomerId customer, UUID agent, AgentStatus status) {}
