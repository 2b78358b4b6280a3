package org.tandemvoice.flow.control.action;

import jakarta.enterprise.context.ApplicationScoped;
import org.tandemvoice.call.control.Speeches;
import org.tandemvoice.flow.control.FlowAction;
import org.tandemvoice.flow.control.Instruction;
import org.tandemvoice.flow.control.PromptInstruction;
import org.tandemvoice.json.control.JsonFields;

/**
 * Speaks a text: {@code text} (plain or SSML), {@code language} (default en-US), {@code provider},
 * {@code voice_id} (inventory sections 14 and 19) or {@code gender}, {@code digits_handle} ({@code
 * next}: a key ends it and stays to be received), {@code async} (goes on at once).
 */
@ApplicationScoped
public class Talk implements FlowAction {

  private static final int LONGEST_NAME = 255;

  @Override
  public String type() {
    return "talk";
  }

  @Override
  public Instruction prepare(JsonFields options) {
    String digitsHandle = options.text("digits_handle", LONGEST_NAME);
    if (!digitsHandle.isEmpty() && !digitsHandle.equals("next")) {
      throw options.invalid("digits_handle", "is \"" + digitsHandle + "\": give next or nothing");
    }
    return new PromptInstruction(
        Speeches.from(options), options.flag("async", false), digitsHandle.equals("next"));
  }
}
