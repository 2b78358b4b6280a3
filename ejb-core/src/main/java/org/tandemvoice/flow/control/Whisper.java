package org.tandemvoice.flow.control;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.command.StopPrompt;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.media.Prompt;

/**
 * Asks a party that has answered, and only that party, whether it takes the caller (inventory
 * section 24). Who presses no key in time does not.
 *
 * @param message spoken first; may be empty
 * @param recording what is played then, as {@code play} takes it; may be empty
 * @param patience from the answer on
 */
public record Whisper(
    String message, String recording, char acceptKey, char rejectKey, Duration patience) {

  private static final String UNDER_WAY = "whisper ";
  private static final int LONGEST = 2_000;
  private static final String KEYS = "0123456789*#ABCD";

  /** What came of the question. */
  public enum Verdict {
    ACCEPTED,
    REJECTED,
    OPEN
  }

  /**
   * Reads the option {@code whisper}; empty if it is missing or not enabled.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} naming the
   *     field
   */
  public static Optional<Whisper> read(JsonFields options) {
    JsonFields fields = options.object("whisper");
    if (!fields.flag("enabled", false)) {
      return Optional.empty();
    }
    String recording = fields.text("play_recording", LONGEST);
    try {
      new URI(recording);
    } catch (URISyntaxException notUri) {
      throw fields.invalid("play_recording", "is not a URI: " + notUri.getMessage());
    }
    return Optional.of(
        new Whisper(
            fields.text("message", LONGEST),
            recording,
            key(fields, "accept_key", "1"),
            key(fields, "reject_key", "2"),
            Duration.ofMillis(fields.integer("timeout", 30_000, 1_000, 120_000))));
  }

  private static char key(JsonFields fields, String name, String usual) {
    String key = fields.textOr(name, usual, LONGEST);
    if (key.length() != 1 || KEYS.indexOf(key.charAt(0)) < 0) {
      throw fields.invalid(name, "is \"" + key + "\": give one of the keys " + KEYS);
    }
    return key.charAt(0);
  }

  /** Begins to ask; the action remembers whom. */
  public void ask(Call party, FlowContext context) {
    if (!message.isBlank()) {
      context.playTo(party, speech(message));
    }
    if (!recording.isBlank()) {
      context.playTo(party, context.files(List.of(URI.create(recording))));
    }
    context.playTo(
        party, speech("Press " + acceptKey + " to accept, or " + rejectKey + " to reject."));
    context.comeBackAfter(patience);
    context.remember(UNDER_WAY + party.id() + " " + context.memory());
  }

  private static Prompt speech(String text) {
    return new Prompt.Speech(text, "en-US", "", "");
  }

  /** Whether a party is being asked at present. */
  public static boolean isUnderWay(FlowContext context) {
    return context.memory().startsWith(UNDER_WAY);
  }

  /** What a fact about a call means for the question. */
  public Verdict judge(CallFact fact, FlowContext context) {
    if (!context.memory().startsWith(UNDER_WAY + fact.call().id())) {
      return Verdict.OPEN;
    }
    if (fact instanceof CallFact.Ended) {
      return Verdict.REJECTED;
    }
    if (fact instanceof CallFact.DigitReceived pressed) {
      return judge(pressed.digit(), fact.call(), context);
    }
    return Verdict.OPEN;
  }

  private Verdict judge(char digit, Call party, FlowContext context) {
    if (digit != acceptKey && digit != rejectKey) {
      return Verdict.OPEN;
    }
    context.send(new StopPrompt(party));
    return digit == acceptKey ? Verdict.ACCEPTED : Verdict.REJECTED;
  }

  /** Whether the time to answer is over. */
  public static boolean isTooLate(FlowFact fact, FlowContext context) {
    return isUnderWay(context) && context.memory().endsWith(" " + fact.token());
  }
}
