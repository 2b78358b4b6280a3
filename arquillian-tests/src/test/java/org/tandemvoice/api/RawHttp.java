package org.tandemvoice.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Plain HTTP, for what the API client hides: headers and cookies. */
final class RawHttp {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private RawHttp() {}

  /**
   * @param headers names and values in turn
   */
  static HttpResponse<String> send(String method, URI uri, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(10))
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new AssertionError(method + " " + uri + " failed", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(method + " " + uri + " was interrupted", stopped);
    }
  }
}
