package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.FlowContext;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.Step;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.recording.control.RecordingOptionsReader;
import org.tandemvoice.recording.entity.RecordingChannels;
import org.tandemvoice.recording.entity.RecordingDirection;
import org.tandemvoice.recording.entity.RecordingFormat;
import org.tandemvoice.recording.entity.RecordingOptions;
import org.tandemvoice.recording.entity.RecordingPurpose;

/**
 * Records what the party says after a beep, and goes on when it has ended: {@code duration}
 * milliseconds at most (default a minute), after {@code silence_timeout} milliseconds without a
 * word (default never), at {@code end_of_key}. {@code variable_name} then says {@code
 * recording:<id>}, which play takes among its stream_urls; it is empty if the recording was lost.
 */
@ApplicationScoped
public class RecordVoice implements FlowAction {

  private static final int LONGEST_NAME = 255;
  private static final int RATE_HZ = 16_000;

  @Override
  public String type() {
    return "record_voice";
  }

  @Override
  public Instruction prepare(JsonFields options) {
    long hour = Duration.ofHours(1).toMillis();
    var limits =
        new RecordingOptions.Limits(
            Duration.ofMillis(options.integer("duration", 60_000, 100, hour)),
            Duration.ofMillis(options.integer("silence_timeout", 0, 0, hour)));
    return new Asking(
        options.requiredLine("variable_name", LONGEST_NAME),
        options.flag("beep_start", true),
        new RecordingOptions(
            RecordingDirection.IN,
            RecordingFormat.WAV,
            RecordingChannels.MIXED,
            RATE_HZ,
            limits,
            RecordingOptionsReader.endOfKey(options),
            OwnedResource.NIL));
  }

  private record Asking(String variable, boolean beeps, RecordingOptions options)
      implements Instruction {

    @Override
    public Step start(FlowContext context) {
      if (beeps) {
        context.play(Prompt.Tone.BEEP);
      } else {
        record(context);
      }
      return Step.WAIT;
    }

    @Override
    public Step on(CallFact fact, FlowContext context) {
      if (fact instanceof CallFact.PromptEnded ended && isMine(ended.playbackId(), context)) {
        record(context);
      } else if (fact instanceof CallFact.RecordingEnded ended
          && isMine(ended.recordingId(), context)) {
        context.set(variable, ended.failure().isEmpty() ? "recording:" + ended.recordingId() : "");
        return Step.NEXT;
      }
      return Step.WAIT;
    }

    private static boolean isMine(UUID id, FlowContext context) {
      return context.memory().equals(id.toString());
    }

    private void record(FlowContext context) {
      context.remember(context.record(RecordingPurpose.MESSAGE, options).toString());
    }
  }
}
