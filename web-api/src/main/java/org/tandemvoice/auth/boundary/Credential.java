package org.tandemvoice.auth.boundary;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a request offers to show who sends it: a login token or an access key. */
public record Credential(String text) {

  private static final String BEARER = "bearer ";

  static Optional<Credential> of(ContainerRequestContext request) {
    return of(
        name -> cookie(request, name),
        request.getUriInfo().getQueryParameters()::getFirst,
        request.getHeaderString(HttpHeaders.AUTHORIZATION));
  }

  /**
   * The first one in the order of contract section 2: cookie and query {@code token}, the
   * Authorization header, cookie and query {@code accesskey}. Each place gives null if it has none.
   */
  public static Optional<Credential> of(
      UnaryOperator<String> cookies, UnaryOperator<String> query, String authorization) {
    List<Supplier<String>> places =
        List.of(
            () -> cookies.apply("token"),
            () -> query.apply("token"),
            () -> bearer(authorization),
            () -> cookies.apply("accesskey"),
            () -> query.apply("accesskey"));
    return places.stream()
        .map(Supplier::get)
        .flatMap(Stream::ofNullable)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(Credential::new);
  }

  private static String cookie(ContainerRequestContext request, String name) {
    Cookie cookie = request.getCookies().get(name);
    return cookie == null ? null : cookie.getValue();
  }

  /** RFC 6750 section 2.1; the scheme's name is case-insensitive (RFC 9110 section 11.1). */
  private static String bearer(String header) {
    boolean isBearer = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return isBearer ? header.substring(BEARER.length()) : null;
  }

  @Override
  public String toString() {
    return "credential";
  }
}
