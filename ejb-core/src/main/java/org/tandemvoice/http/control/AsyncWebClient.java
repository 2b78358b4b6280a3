package org.tandemvoice.http.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.DiscardingEntityConsumer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;
import org.apache.hc.core5.io.CloseMode;
import org.tandemvoice.media.fetch.AddressGuard;
import org.tandemvoice.media.fetch.FetchException;

/**
 * Sends requests to web servers of customers without a thread that waits for the answer, so that
 * many servers can be slow at a time. As with {@link WebClient}, the address that was judged is the
 * one connected to, and a certificate must be for the name in the URL. Redirects are not followed,
 * bodies of answers not read.
 */
@ApplicationScoped
public class AsyncWebClient {

  private CloseableHttpAsyncClient client;
  private PublicTargets targets;

  protected AsyncWebClient() {}

  @Inject
  public AsyncWebClient(PublicTargets targets) throws NoSuchAlgorithmException {
    this(targets, SSLContext.getDefault());
  }

  /**
   * @param trust which certificates are believed
   */
  AsyncWebClient(PublicTargets targets, SSLContext trust) {
    this.targets = targets;
    this.client = WebConnections.client(trust);
    client.start();
  }

  @PreDestroy
  void close() {
    client.close(CloseMode.IMMEDIATE);
  }

  /**
   * The answer, or why there is none, after this time at the latest. Only the name of the host is
   * looked up on the calling thread.
   */
  public CompletableFuture<WebAnswer> send(
      WebRequest request, Map<String, String> headers, Duration limit) {
    try {
      HttpHost target = target(request.uri(), targets.address(request.uri()));
      return send(target, produced(request, headers), limit);
    } catch (FetchException refused) {
      return CompletableFuture.completedFuture(WebAnswer.failed(refused.getMessage()));
    }
  }

  private CompletableFuture<WebAnswer> send(
      HttpHost target, AsyncRequestProducer request, Duration limit) {
    CompletableFuture<WebAnswer> answer = new CompletableFuture<>();
    Future<?> exchange =
        client.execute(
            target,
            request,
            new BasicResponseConsumer<>(new DiscardingEntityConsumer<Void>()),
            null,
            null,
            new Arrival(answer));
    return answer
        .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(
            failure -> {
              exchange.cancel(true);
              return WebAnswer.failed(sentence(failure, limit));
            });
  }

  /** Where to connect to, which the client then looks up no more. */
  private static HttpHost target(URI uri, InetAddress address) {
    boolean isSecure = "https".equals(scheme(uri));
    int port = uri.getPort() > 0 ? uri.getPort() : isSecure ? 443 : 80;
    return new HttpHost(scheme(uri), address, AddressGuard.bare(uri.getHost()), port);
  }

  private static AsyncRequestProducer produced(WebRequest request, Map<String, String> headers) {
    URI uri = request.uri();
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    HttpHost named = new HttpHost(scheme(uri), AddressGuard.bare(uri.getHost()), uri.getPort());
    BasicHttpRequest message = new BasicHttpRequest(request.method(), named, path + query);
    headers.forEach(message::addHeader);
    return new BasicRequestProducer(message, body(request));
  }

  /** Null, as the library has it, for none. */
  private static AsyncEntityProducer body(WebRequest request) {
    byte[] content = request.body().getBytes(StandardCharsets.UTF_8);
    return content.length == 0
        ? null
        : new BasicAsyncEntityProducer(content, ContentType.parse(request.contentType()));
  }

  private static String scheme(URI uri) {
    return uri.getScheme().toLowerCase(Locale.ROOT);
  }

  /** Hands on what came, from a thread of the library. */
  private record Arrival(CompletableFuture<WebAnswer> answer)
      implements FutureCallback<Message<HttpResponse, Void>> {

    @Override
    public void completed(Message<HttpResponse, Void> response) {
      answer.complete(new WebAnswer(response.getHead().getCode(), "", ""));
    }

    @Override
    public void failed(Exception failure) {
      answer.completeExceptionally(failure);
    }

    @Override
    public void cancelled() {
      answer.completeExceptionally(new IOException("the request was cancelled"));
    }
  }

  private static String sentence(Throwable thrown, Duration limit) {
    Throwable failure = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (failure instanceof TimeoutException || failure instanceof SocketTimeoutException) {
      return "Connection timeout: no answer within " + limit.toMillis() + " ms";
    }
    String reason = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    String kind = failure instanceof IOException ? "Connection failed" : "Request failed";
    return kind + " (" + failure.getClass().getSimpleName() + ")" + reason;
  }
}
