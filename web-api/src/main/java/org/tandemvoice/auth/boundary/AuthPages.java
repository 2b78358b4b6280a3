package org.tandemvoice.auth.boundary;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The pages that people see who follow the links of mails. They work without scripts, and tell
 * their address, which holds a token, to nobody.
 */
final class AuthPages {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>%1$s</title></head>
      <body><h1>%1$s</h1>
      %2$s</body>
      </html>
      """;

  private static final String FORM =
      """
      <form method="post" action="password-reset">
      <input type="hidden" name="token" value="%s">
      <p><label>New password, at least 8 characters<br>
      <input type="password" name="password" minlength="8" maxlength="255" required
       autocomplete="new-password"></label></p>
      <p><button>Save</button></p>
      </form>
      """;

  private AuthPages() {}

  static Response said(String sentence) {
    return page(Response.Status.OK, sentence, "");
  }

  static Response refused(String sentence) {
    return page(Response.Status.BAD_REQUEST, sentence, "");
  }

  /**
   * @param token hexadecimal digits, which mean nothing in HTML
   */
  static Response passwordForm(String token) {
    return page(Response.Status.OK, "Choose your password", FORM.formatted(token));
  }

  private static Response page(Response.Status status, String title, String content) {
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; form-action 'self'; frame-ancestors 'none'")
        .entity(PAGE.formatted(title, content))
        .build();
  }
}
