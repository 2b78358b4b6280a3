package org.tandemvoice.webhook.control;

import org.tandemvoice.webhook.entity.WebhookProfile;

/**
 * Where and how to send.
 *
 * @param secret empty if nothing is signed
 */
record WebhookTarget(WebhookProfile profile, String secret) {

  @Override
  public String toString() {
    return profile.url();
  }
}
