package org.tandemvoice.http.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests to web servers of customers without a thread that waits for the answer, so that
 * many servers can be slow at a time. Redirects are not followed, bodies of answers not read.
 */
@ApplicationScoped
public class AsyncWebClient {

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private PublicTargets targets;

  protected AsyncWebClient() {}

  @Inject
  public AsyncWebClient(PublicTargets targets) {
    this.targets = targets;
  }

  /**
   * The answer, or why there is none, after this time at the latest. Only the name of the host is
   * looked up on the calling thread.
   */
  public CompletableFuture<WebAnswer> send(
      WebRequest request, Map<String, String> headers, Duration limit) {
    Optional<String> objection = targets.objection(request.uri());
    if (objection.isPresent()) {
      return CompletableFuture.completedFuture(WebAnswer.failed(objection.get()));
    }
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri())
            .timeout(limit)
            .method(request.method(), BodyPublishers.ofString(request.body()))
            .header("Content-Type", request.contentType());
    headers.forEach(builder::header);
    CompletableFuture<HttpResponse<Void>> exchange =
        client.sendAsync(builder.build(), BodyHandlers.discarding());
    return exchange
        .thenApply(response -> new WebAnswer(response.statusCode(), "", ""))
        .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(
            failure -> {
              exchange.cancel(true);
              return WebAnswer.failed(sentence(failure, limit));
            });
  }

  private static String sentence(Throwable thrown, Duration limit) {
    Throwable failure = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (failure instanceof TimeoutException || failure instanceof HttpTimeoutException) {
      return "Connection timeout: no answer within " + limit.toMillis() + " ms";
    }
    String reason = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    String kind = failure instanceof IOException ? "Connection failed" : "Request failed";
    return kind + " (" + failure.getClass().getSimpleName() + ")" + reason;
  }
}
