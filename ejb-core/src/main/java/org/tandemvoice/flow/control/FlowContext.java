package org.tandemvoice.flow.control;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.CallStates;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.command.PlayPrompt;
import org.tandemvoice.call.control.command.StartTimer;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.flow.entity.Activeflow;
import org.tandemvoice.media.Prompt;

/** What an action may see and do: its call, its memory, and the commands it can give. */
public final class FlowContext {

  private final Call call;
  private final Activeflow activeflow;
  private final FlowTools tools;

  FlowContext(Call call, Activeflow activeflow, FlowTools tools) {
    this.call = call;
    this.activeflow = activeflow;
    this.tools = tools;
  }

  public Call call() {
    return call;
  }

  /** What this action remembered since it began; empty at first. */
  public String memory() {
    return activeflow.memory();
  }

  public void remember(String text) {
    activeflow.remember(text, tools.clock().instant());
  }

  /** Gives a command to be carried out after the commit. */
  public void send(LegCommand command) {
    tools.afterCommit().send(command);
  }

  /**
   * Plays a prompt to the party; its end comes as {@code PromptEnded} with the id that is
   * remembered.
   */
  public void play(Prompt prompt) {
    UUID playback = tools.ids().next();
    remember(playback.toString());
    send(new PlayPrompt(call, playback, prompt));
  }

  /** Comes back as {@code TimePassed} with the token that is remembered. */
  public void comeBackAfter(Duration delay) {
    String token = tools.ids().next().toString();
    remember(token);
    send(new StartTimer(call, token, delay));
  }

  /** Ends the call for this cause. */
  public void release(ReleaseCause cause) {
    tools.states().release(call, cause);
  }

  public CallStates states() {
    return tools.states();
  }

  /** Dials a party, chained to this call. */
  public Call dial(Address source, Address destination, Duration timeout) {
    return tools.dialing().chained(call, source, destination, timeout);
  }

  /** The calls that are chained to this one and not over. */
  public List<Call> openChained() {
    return tools.openChained(call);
  }
}
