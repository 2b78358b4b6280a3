package org.tandemvoice.webhook.control;

import java.util.List;

/** Deliveries that this node carries out from memory, once they are committed. */
record DeliveriesPlanned(List<Ticket> tickets) {}
