package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.PromptInstruction;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.media.Prompt;

/**
 * Plays audio files one after another: {@code stream_urls}, by http, https, file of the platform,
 * or {@code recording:<id>} for what was recorded.
 */
@ApplicationScoped
public class Play implements FlowAction {

  private static final Set<String> SCHEMES = Set.of("http", "https", "file", "recording");

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
    return new Playing(uris);
  }

  private static URI uri(JsonFields options, String name, String text) {
    try {
      URI uri = new URI(text);
      if (uri.getScheme() != null && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
        return uri;
      }
      throw options.invalid(
          name, "is \"" + text + "\": give an http, https, file or recording URL");
    } catch (URISyntaxException notUri) {
      throw options.invalid(name, "is not a URI: " + notUri.getMessage());
    }
  }

  private record Playing(List<URI> uris) implements Instruction {

    @Override
    public Step start(FlowContext context) {
      return new PromptInstruction(context.files(uris)).start(context);
    }

    @Override
    public Step on(CallFact fact, FlowContext context) {
      return new PromptInstruction(new Prompt.Files(uris)).on(fact, context);
    }
  }
}
