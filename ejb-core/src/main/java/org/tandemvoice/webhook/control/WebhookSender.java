package org.tandemvoice.webhook.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.tandemvoice.http.control.AsyncWebClient;
import org.tandemvoice.http.control.WebAnswer;
import org.tandemvoice.http.control.WebRequest;
import org.tandemvoice.time.control.Timestamps;

/**
 * Makes the request of one event: body {@code {"type", "data"}}, id and time in headers, both
 * signatures.
 */
@ApplicationScoped
public class WebhookSender {

  private static final String JSON = "application/json";

  @Inject private AsyncWebClient client;
  @Inject private WebhookSettings settings;
  @Inject private Timestamps timestamps;
  @Inject private Clock clock;

  CompletableFuture<WebAnswer> send(Ticket ticket, WebhookTarget target, String data) {
    String body = "{\"type\":\"" + ticket.eventType() + "\",\"data\":" + data + "}";
    WebRequest request =
        new WebRequest(
            target.profile().method().name(), URI.create(target.profile().url()), JSON, body);
    return client.send(request, headers(ticket, target, body), settings.timeout());
  }

  private Map<String, String> headers(Ticket ticket, WebhookTarget target, String body) {
    Instant now = clock.instant();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("User-Agent", "Tandem-Webhooks");
    headers.put("X-VoIPBIN-Event-Id", ticket.sentId().toString());
    headers.put("X-VoIPBIN-Event-Type", ticket.eventType());
    headers.put("X-VoIPBIN-Event-Time", timestamps.text(ticket.eventAt()));
    headers.put("X-VoIPBIN-Delivery-Id", ticket.delivery().toString());
    headers.put("X-VoIPBIN-Attempt", Integer.toString(ticket.attempts() + 1));
    if (!target.secret().isEmpty()) {
      headers.put("X-VoIPBIN-Signature", WebhookSecrets.signature(target.secret(), body));
      headers.put(
          "X-VoIPBIN-Signature-Timestamped", WebhookSecrets.signature(target.secret(), now, body));
    }
    return headers;
  }
}
