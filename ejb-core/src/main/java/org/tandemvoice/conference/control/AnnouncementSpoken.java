package org.tandemvoice.conference.control;

import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * A text will be spoken to all who are in a conference, in the running transaction: whoever throws
 * here keeps it from being spoken.
 */
public record AnnouncementSpoken(CustomerId customer, UUID conference, String text) {}
