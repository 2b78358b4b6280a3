package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.PromptInstruction;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.media.Prompt;

/**
 * Plays audio files one after another: {@code stream_urls}, by http, https, or file of the
 * platform.
 */
@ApplicationScoped
public class Play implements FlowAction {

  private static final Set<String> SCHEMES = Set.of("http", "https", "file");

  @Override
  public String type() {
    return "play";
  }

  @Override
  public Instruction prepare(JsonFields options) {
    List<String> texts = options.texts("stream_urls");
    if (texts.isEmpty()) {
      throw options.invalid("stream_urls", "is missing: give at least one URL");
    }
    List<URI> uris = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      uris.add(uri(options, "stream_urls[" + i + "]", texts.get(i)));
    }
    return new PromptInstruction(new Prompt.Files(uris));
  }

  private static URI uri(JsonFields options, String name, String text) {
    try {
      URI uri = new URI(text);
      if (uri.getScheme() != null && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
        return uri;
      }
      throw options.invalid(name, "is \"" + text + "\": give an http, https or file URL");
    } catch (URISyntaxException notUri) {
      throw options.invalid(name, "is not a URI: " + notUri.getMessage());
    }
  }
}
