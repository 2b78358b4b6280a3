package org.tandemvoice.auth.entity;

import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/** The agent a mail with a token goes to. */
public record MailRecipient(CustomerId customer, UUID agent) {}
