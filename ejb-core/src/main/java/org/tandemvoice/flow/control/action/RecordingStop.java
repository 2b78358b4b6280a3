package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;

/** Ends the recording of the conversation; one that has ended by itself meanwhile is no failure. */
@ApplicationScoped
public class RecordingStop implements FlowAction {

  @Override
  public String type() {
    return "recording_stop";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("record_stop");
  }

  @Override
  public Instruction prepare(JsonFields options) {
    return context -> {
      context.stopRecording();
      return Step.NEXT;
    };
  }
}
