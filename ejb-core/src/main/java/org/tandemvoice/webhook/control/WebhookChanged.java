package org.tandemvoice.webhook.control;

import java.util.UUID;

/** The settings of a webhook are others after this transaction. */
record WebhookChanged(UUID webhook) {}
