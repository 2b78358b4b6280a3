package org.tandemvoice.media.engine.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.tandemvoice.media.fetch.AddressGuard;
import org.tandemvoice.media.fetch.Deadline;
import org.tandemvoice.media.fetch.FetchException;
import org.tandemvoice.media.fetch.HttpExchange;
import org.tandemvoice.media.fetch.HttpRequest;
import org.tandemvoice.media.fetch.HttpResponse;

/** GETs a file, where redirects lead; each is judged anew. */
final class HttpFetcher {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
  private static final int MAX_REDIRECTS = 3;
  private static final String SOUND = "audio/*, */*;q=0.5";

  private final HttpExchange exchange;

  HttpFetcher(AddressGuard guard, int maxBytes) {
    this.exchange = new HttpExchange(guard, maxBytes);
  }

  byte[] fetch(URI uri) throws FetchException {
    Deadline deadline = Deadline.in(TIME_LIMIT);
    URI at = uri;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      HttpResponse response = exchange.send(HttpRequest.get(at, SOUND), deadline);
      if (response.status() == 200) {
        return response.body();
      }
      if (!response.isRedirect()) {
        throw new FetchException("The server of " + at + " answered " + response.status());
      }
      at = next(at, response.location());
    }
    throw new FetchException("The URL " + uri + " redirects more than " + MAX_REDIRECTS + " times");
  }

  private static URI next(URI from, Optional<String> location) throws FetchException {
    try {
      URI to = from.resolve(location.orElse(""));
      String scheme = to.getScheme().toLowerCase(Locale.ROOT);
      if (location.isPresent() && (scheme.equals("http") || scheme.equals("https"))) {
        return to;
      }
    } catch (IllegalArgumentException e) {
      throw new FetchException("The URL " + from + " redirects to no valid URL", e);
    }
    throw new FetchException("The URL " + from + " redirects to no http or https URL");
  }
}
