package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.recording.control.RecordingOptionsReader;
import org.tandemvoice.recording.entity.RecordingFormat;
import org.tandemvoice.recording.entity.RecordingOptions;
import org.tandemvoice.recording.entity.RecordingPurpose;

/**
 * Begins to record the conversation and goes on at once: {@code direction}, {@code format} (default
 * mp3, C-32), {@code channels}, {@code sample_rate}, {@code duration} and {@code end_of_silence} in
 * seconds, {@code end_of_key}, {@code beep_start}, {@code on_end_flow_id}. It ends by
 * recording_stop, by one of its limits, or with the call.
 */
@ApplicationScoped
public class RecordingStart implements FlowAction {

  @Override
  public String type() {
    return "recording_start";
  }

  @Override
  public Set<String> aliases() {
    return Set.of("record_start");
  }

  @Override
  public Instruction prepare(JsonFields options) {
    return new Starting(
        RecordingOptionsReader.read(options, RecordingFormat.MP3),
        options.flag("beep_start", false));
  }

  private record Starting(RecordingOptions options, boolean beeps) implements Instruction {

    @Override
    public Step start(FlowContext context) {
      if (beeps) {
        context.play(Prompt.Tone.BEEP);
        return Step.WAIT;
      }
      return record(context);
    }

    @Override
    public Step on(CallFact fact, FlowContext context) {
      boolean hasBeeped =
          fact instanceof CallFact.PromptEnded ended
              && context.memory().equals(ended.playbackId().toString());
      return hasBeeped ? record(context) : Step.WAIT;
    }

    private Step record(FlowContext context) {
      context.record(RecordingPurpose.CONVERSATION, options);
      return Step.NEXT;
    }
  }
}
