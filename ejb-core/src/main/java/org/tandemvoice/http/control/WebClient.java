package org.tandemvoice.http.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.tandemvoice.media.fetch.Deadline;
import org.tandemvoice.media.fetch.FetchException;
import org.tandemvoice.media.fetch.HttpExchange;
import org.tandemvoice.media.fetch.HttpRequest;
import org.tandemvoice.media.fetch.HttpResponse;

/**
 * Sends requests to web servers of customers. It blocks, at most for {@link #LIMIT}: not for use
 * inside a transaction. Every redirect is judged like the first URL, and the address that was
 * judged is the one connected to, whatever the name says a moment later.
 */
@ApplicationScoped
public class WebClient {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int MOST_REDIRECTS = 3;
  private static final int MOST_BYTES = 1_048_576;

  private PublicTargets targets;

  protected WebClient() {}

  @Inject
  public WebClient(PublicTargets targets) {
    this.targets = targets;
  }

  public WebAnswer send(WebRequest request) {
    HttpExchange exchange = new HttpExchange(targets.guard(), MOST_BYTES);
    Deadline deadline = Deadline.in(LIMIT);
    URI uri = request.uri();
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      Optional<String> objection = targets.objection(uri);
      if (objection.isPresent()) {
        return WebAnswer.failed(objection.get());
      }
      try {
        HttpResponse response = exchange.send(asked(request, uri), deadline);
        // Only these two keep method and body (RFC 9110 sections 15.4.8 and 15.4.9).
        if (response.status() != 307 && response.status() != 308) {
          String body = new String(response.body(), StandardCharsets.UTF_8);
          return new WebAnswer(response.status(), body, "");
        }
        uri = uri.resolve(response.location().orElse(""));
      } catch (FetchException failure) {
        return WebAnswer.failed(failure.getMessage());
      } catch (IllegalArgumentException notUri) {
        return WebAnswer.failed(uri + " redirects to no valid URL");
      }
    }
    return WebAnswer.failed("the URL redirects more than " + MOST_REDIRECTS + " times");
  }

  private static HttpRequest asked(WebRequest request, URI uri) {
    return new HttpRequest(request.method(), uri, "*/*", request.contentType(), request.body());
  }
}
