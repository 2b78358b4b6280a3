package org.tandemvoice.pbx.control;

import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/** The agent that calls of another telephone system are for. */
public record PbxCallee(CustomerId customer, UUID agent) {}
