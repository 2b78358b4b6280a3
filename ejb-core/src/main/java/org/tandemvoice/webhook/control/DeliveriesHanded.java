package org.tandemvoice.webhook.control;

/** There are deliveries of this node in the database that are not in its memory. */
record DeliveriesHanded() {}
