/** Webhooks and their deliveries over HTTP. */
package org.tandemvoice.webhook.boundary;
