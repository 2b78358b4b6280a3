package org.tandemvoice.paging.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.time.control.Timestamps;

/**
 * Page tokens: the time of creation of the last item seen, and behind an underscore its id where
 * items of the same time follow (C-06).
 */
@ApplicationScoped
public class PageTokens {

  private static final char SEPARATOR = '_';

  private Timestamps timestamps;

  protected PageTokens() {}

  @Inject
  public PageTokens(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public String text(PagePosition position) {
    String time = timestamps.text(position.time());
    return position.id().map(id -> time + SEPARATOR + id).orElse(time);
  }

  /** Reads any style of time; empty if it is no token. */
  public Optional<PagePosition> parse(String token) {
    int separator = token.indexOf(SEPARATOR);
    if (separator < 0) {
      return timestamps.parse(token).map(time -> new PagePosition(time, Optional.empty()));
    }
    return timestamps
        .parse(token.substring(0, separator))
        .flatMap(
            time ->
                JsonFields.uuidOf(token.substring(separator + 1))
                    .map(id -> new PagePosition(time, Optional.of(id))));
  }
}
