package org.tandemvoice.http.control;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.tandemvoice.json.control.JsonFields;

/** Reads the options that say where a request goes to. */
public final class WebMethods {

  private static final List<String> METHODS = List.of("POST", "GET", "PUT", "DELETE");
  private static final int LONGEST_METHOD = 16;
  private static final int LONGEST_URI = 2000;

  private WebMethods() {}

  /** POST if it is missing. */
  public static String method(JsonFields options, String name) {
    String method = options.text(name, LONGEST_METHOD).toUpperCase(Locale.ROOT);
    if (!method.isEmpty() && !METHODS.contains(method)) {
      throw options.invalid(name, "is \"" + method + "\": give one of " + METHODS);
    }
    return method.isEmpty() ? METHODS.get(0) : method;
  }

  /** An http or https URL. */
  public static URI uri(JsonFields options, String name) {
    String text = options.requiredText(name, LONGEST_URI);
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
        return uri;
      }
      throw options.invalid(name, "is \"" + text + "\": give an http or https URL");
    } catch (URISyntaxException notUri) {
      throw options.invalid(name, "is not a URI: " + notUri.getMessage());
    }
  }
}
