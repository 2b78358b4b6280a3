package org.tandemvoice.http.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests to web servers of customers. It blocks, at most for {@link #LIMIT}: not for use
 * inside a transaction. Every redirect is judged like the first URL. The name is looked up by the
 * JVM once for the judgement and the connection: it keeps an address for 30 seconds ({@code
 * networkaddress.cache.ttl}).
 */
@ApplicationScoped
public class WebClient {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int MOST_REDIRECTS = 3;
  private static final int MOST_BYTES = 1_048_576;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private PublicTargets targets;

  protected WebClient() {}

  @Inject
  public WebClient(PublicTargets targets) {
    this.targets = targets;
  }

  public WebAnswer send(WebRequest request) {
    URI uri = request.uri();
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      Optional<String> objection = targets.objection(uri);
      if (objection.isPresent()) {
        return WebAnswer.failed(objection.get());
      }
      WebAnswer answer = send(request, uri);
      if (answer.status() != 307 && answer.status() != 308) {
        return answer;
      }
      // Only these two keep method and body (RFC 9110 sections 15.4.8 and 15.4.9); here the body
      // is the new URL.
      try {
        uri = uri.resolve(answer.body());
      } catch (IllegalArgumentException notUri) {
        return WebAnswer.failed(uri + " redirects to no valid URL");
      }
    }
    return WebAnswer.failed("the URL redirects more than " + MOST_REDIRECTS + " times");
  }

  private WebAnswer send(WebRequest request, URI uri) {
    CompletableFuture<WebAnswer> exchange =
        client
            .sendAsync(httpRequest(request, uri), BodyHandlers.ofInputStream())
            .thenApply(WebClient::answer);
    try {
      return exchange.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      exchange.cancel(true);
      return WebAnswer.failed(uri + " did not answer within " + LIMIT.toSeconds() + " s");
    } catch (ExecutionException failure) {
      return WebAnswer.failed(uri + " could not be reached: " + reason(failure.getCause()));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return WebAnswer.failed("the server is stopping");
    }
  }

  private static HttpRequest httpRequest(WebRequest request, URI uri) {
    boolean hasBody = !request.body().isEmpty();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri)
            .timeout(LIMIT)
            .method(
                request.method(),
                hasBody ? BodyPublishers.ofString(request.body()) : BodyPublishers.noBody());
    if (hasBody) {
      builder.header("Content-Type", request.contentType());
    }
    return builder.build();
  }

  private static WebAnswer answer(HttpResponse<InputStream> response) {
    int status = response.statusCode();
    try (InputStream body = response.body()) {
      if (status == 307 || status == 308) {
        return new WebAnswer(status, response.headers().firstValue("Location").orElse(""), "");
      }
      byte[] bytes = body.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES
          ? WebAnswer.failed("the answer has more than " + MOST_BYTES + " bytes")
          : new WebAnswer(status, new String(bytes, StandardCharsets.UTF_8), "");
    } catch (IOException broken) {
      return WebAnswer.failed("the answer broke off: " + reason(broken));
    }
  }

  private static String reason(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
