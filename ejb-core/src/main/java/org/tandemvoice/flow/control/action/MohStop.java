package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import org.tandemvoice.call.control.command.StopMusic;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/** Ends the music that {@code moh_start} began; no options. */
@ApplicationScoped
public class MohStop implements FlowAction {

  @Override
  public String type() {
    return "moh_stop";
  }

  @Override
  public Instruction prepare(JsonFields options) {
    return context -> {
      context.send(new StopMusic(context.call()));
      return Step.NEXT;
    };
  }
}
