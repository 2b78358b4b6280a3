/** Sends events to the URLs of customers: planned with the event, sent in order, written down. */
package org.tandemvoice.webhook.control;
