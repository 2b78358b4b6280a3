package org.tandemvoice.paging.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.FieldViolation;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/** Reads {@code page_size} and {@code page_token} and writes lists (contract section 3). */
@ApplicationScoped
public class Paging {

  private PageTokens tokens;

  protected Paging() {}

  @Inject
  public Paging(PageTokens tokens) {
    this.tokens = tokens;
  }

  public PageRequest request(UriInfo uri) {
    MultivaluedMap<String, String> query = uri.getQueryParameters();
    return request(
        Optional.ofNullable(query.getFirst("page_size")),
        Optional.ofNullable(query.getFirst("page_token")));
  }

  /** Of lists whose tokens are of another kind. */
  public int size(UriInfo uri) {
    String size = uri.getQueryParameters().getFirst("page_size");
    return request(Optional.ofNullable(size), Optional.empty()).size();
  }

  /** A size out of bounds is the default; what is no number or no token is refused. */
  PageRequest request(Optional<String> size, Optional<String> token) {
    Optional<PagePosition> after =
        token
            .filter(text -> !text.isBlank())
            .map(
                text ->
                    tokens
                        .parse(text)
                        .orElseThrow(
                            () ->
                                invalid("page_token", text, "give the next_page_token of a list")));
    return new PageRequest(
        size.filter(text -> !text.isBlank()).map(Paging::size).orElse(PageRequest.MAX_SIZE), after);
  }

  private static int size(String text) {
    try {
      int size = Integer.parseInt(text.strip());
      return size >= 1 && size <= PageRequest.MAX_SIZE ? size : PageRequest.MAX_SIZE;
    } catch (NumberFormatException notANumber) {
      throw invalid("page_size", text, "give a number from 1 to " + PageRequest.MAX_SIZE);
    }
  }

  private static PlatformException invalid(String parameter, String value, String advice) {
    String message = "is \"" + value + "\": " + advice;
    return new PlatformException(
        ErrorCode.INVALID_REQUEST_PARAMETER,
        parameter + ": " + message,
        List.of(new FieldViolation(parameter, message)));
  }

  public <T> JsonObject answer(Page<T> page, Function<T, JsonObject> document) {
    JsonArrayBuilder result = JSON.createArrayBuilder();
    page.items().forEach(item -> result.add(document.apply(item)));
    return JSON.createObjectBuilder()
        .add("result", result)
        .add("next_page_token", page.next().map(tokens::text).orElse(""))
        .build();
  }
}
