package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.PromptInstruction;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.media.Prompt;

/**
 * Lets the party hear itself: {@code duration} in milliseconds (default three minutes, at most an
 * hour).
 */
@ApplicationScoped
public class Echo implements FlowAction {

  @Override
  public String type() {
    return "echo";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("stream_echo");
  }

  @Override
  public Instruction prepare(JsonFields options) {
    long millis =
        options.integer(
            "duration", Duration.ofMinutes(3).toMillis(), 0, Duration.ofHours(1).toMillis());
    return new PromptInstruction(new Prompt.Echo(Duration.ofMillis(millis)));
  }
}
