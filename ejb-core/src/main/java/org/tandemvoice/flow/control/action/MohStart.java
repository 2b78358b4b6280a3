package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import org.tandemvoice.call.control.command.StartMusic;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/**
 * Plays music to the party while the flow goes on: {@code music_class} (default: the platform's own
 * music). Prompts are heard instead of it while they last; it ends with {@code moh_stop}, or when
 * the call is connected.
 */
@ApplicationScoped
public class MohStart implements FlowAction {

  private static final int LONGEST_NAME = 64;

  @Override
  public String type() {
    return "moh_start";
  }

  @Override
  public Instruction prepare(JsonFields options) {
    String music = options.text("music_class", LONGEST_NAME);
    return context -> {
      context.send(new StartMusic(context.call(), music));
      return Step.NEXT;
    };
  }
}
