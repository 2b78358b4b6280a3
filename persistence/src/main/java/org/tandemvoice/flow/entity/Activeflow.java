package org.tandemvoice.flow.entity;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * One execution of a flow: a cursor over its actions, with a stack of the flows it is nested in.
 * Between two facts it is nothing but this row; no thread waits for it.
 */
@Entity
@Table(name = "activeflows")
public class Activeflow extends OwnedResource {

  private static final int MOST_DIGITS = 100;

  @Column(name = "flow_id", nullable = false)
  private UUID flowId;

  @Column(name = "call_id", nullable = false)
  private UUID callId;

  @Column(name = "node_id", nullable = false)
  private String nodeId;

  @Column(name = "reference_activeflow_id", nullable = false)
  private UUID referenceActiveflowId;

  @Column(name = "on_complete_flow_id", nullable = false)
  private UUID onCompleteFlowId;

  @Column(name = "complete_count", nullable = false)
  private int completeCount;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private ActiveflowStatus status = ActiveflowStatus.RUNNING;

  @Column(name = "frame_flow_id", nullable = false)
  private UUID frameFlowId;

  @Lob
  @Column(name = "actions", nullable = false)
  private String actions;

  @Column(name = "position", nullable = false)
  private int position;

  @Lob
  @Column(name = "loops", nullable = false)
  private String loops;

  @Lob
  @Column(name = "stack", nullable = false)
  private String stack = "[]";

  @Lob
  @Column(name = "variables", nullable = false)
  private String variables;

  @Column(name = "digits", nullable = false)
  private String digits = "";

  @Lob
  @Column(name = "current_action", nullable = false)
  private String currentAction = "";

  @Lob
  @Column(name = "memory", nullable = false)
  private String memory = "";

  @Lob
  @Column(name = "error", nullable = false)
  private String error = "";

  @Column(name = "steps_since_wait", nullable = false)
  private int stepsSinceWait;

  @Column(name = "executed_count", nullable = false)
  private long executedCount;

  @Lob
  @Column(name = "watching", nullable = false)
  private String watching = "";

  @Column(name = "held", nullable = false)
  private boolean held;

  protected Activeflow() {}

  /** An execution that has not begun. */
  public Activeflow(ActiveflowDraft draft, Instant now) {
    super(draft.id(), draft.customerId(), now);
    this.flowId = draft.frame().flowId();
    this.callId = draft.call().map(CallId::value).orElse(NIL);
    this.nodeId = draft.nodeId();
    this.referenceActiveflowId = draft.referenceActiveflowId();
    this.onCompleteFlowId = draft.onCompleteFlowId();
    this.completeCount = draft.completeCount();
    this.variables = draft.variables().json().toString();
    use(draft.frame());
  }

  private void use(FlowFrame frame) {
    frameFlowId = frame.flowId();
    actions = frame.actions();
    position = frame.position();
    loops = frame.loops();
  }

  public boolean hasBegun() {
    return executedCount > 0;
  }

  public boolean isRunning() {
    return status == ActiveflowStatus.RUNNING;
  }

  /**
   * Moves the cursor to the action at this index and forgets what the last one remembered.
   *
   * @param action the action as JSON, its options as they are used
   */
  public void moveTo(int index, String action, Instant now) {
    position = index;
    currentAction = action;
    memory = "";
    stepsSinceWait++;
    executedCount++;
    touch(now);
  }

  /** The running action waits for something outside, so the flow does not turn in circles. */
  public void waiting() {
    stepsSinceWait = 0;
  }

  /** The running action begins only when the call is answered. */
  public void hold(Instant now) {
    held = true;
    touch(now);
  }

  public void unhold(Instant now) {
    held = false;
    touch(now);
  }

  public boolean isHeld() {
    return held;
  }

  /** Goes on with these actions, and with the present ones behind the running one afterwards. */
  public void enter(FlowFrame nested) {
    FlowFrame outer = new FlowFrame(frameFlowId, actions, position, loops);
    stack = JSON.createArrayBuilder(JsonText.array(stack)).add(outer.json()).build().toString();
    use(nested);
  }

  /** Goes back to the actions the present ones were entered from; false if there are none. */
  public boolean leave() {
    JsonArray frames = JsonText.array(stack);
    if (frames.isEmpty()) {
      return false;
    }
    int last = frames.size() - 1;
    use(FlowFrame.of(frames.getJsonObject(last)));
    stack = JSON.createArrayBuilder(frames).remove(last).build().toString();
    return true;
  }

  /** The action that entered nested actions runs again, now that those are left. */
  public void resume(String action, Instant now) {
    currentAction = action;
    memory = "";
    touch(now);
  }

  /** How many levels of nested flows are open. */
  public int depth() {
    return JsonText.array(stack).size();
  }

  /** How often this goto has jumped. */
  public int loops(String gotoId) {
    return JsonText.object(loops).getInt(gotoId, 0);
  }

  public void countLoop(String gotoId) {
    JsonObject counted =
        JSON.createObjectBuilder(JsonText.object(loops)).add(gotoId, loops(gotoId) + 1).build();
    loops = counted.toString();
  }

  /** A key was pressed; what nobody has asked for yet is kept, up to a hundred keys. */
  public void pressed(char digit) {
    if (digits.length() < MOST_DIGITS) {
      digits += digit;
    }
  }

  /** Takes that many of the pressed keys away. */
  public void consume(int count) {
    digits = digits.substring(count);
  }

  /** Keys that were pressed and not consumed, in order. */
  public String digits() {
    return digits;
  }

  public FlowVariables variables() {
    return FlowVariables.parse(variables);
  }

  public void change(FlowVariables changed, Instant now) {
    variables = changed.json().toString();
    touch(now);
  }

  /** What the running action needs to know when a fact comes back to it. */
  public void remember(String text, Instant now) {
    memory = text;
    touch(now);
  }

  /** The running action goes on hearing of facts while those behind it run. */
  public void watch() {
    watching = currentAction;
  }

  public void unwatch() {
    watching = "";
  }

  /** The action that goes on hearing of facts, as JSON; empty if there is none. */
  public String watching() {
    return watching;
  }

  public void end(Instant now) {
    status = ActiveflowStatus.ENDED;
    touch(now);
  }

  /** Ends it, with a sentence that tells the customer what the running action could not do. */
  public void fail(String sentence, Instant now) {
    error = sentence;
    end(now);
  }

  public UUID flowId() {
    return flowId;
  }

  /** The flow the present actions are from: {@link #flowId}, or one that is nested in it. */
  public UUID frameFlowId() {
    return frameFlowId;
  }

  public Optional<CallId> callId() {
    return callId.equals(NIL) ? Optional.empty() : Optional.of(new CallId(callId));
  }

  public String nodeId() {
    return nodeId;
  }

  public UUID referenceActiveflowId() {
    return referenceActiveflowId;
  }

  public UUID onCompleteFlowId() {
    return onCompleteFlowId;
  }

  public int completeCount() {
    return completeCount;
  }

  public ActiveflowStatus status() {
    return status;
  }

  /** The present level's actions. */
  public String actions() {
    return actions;
  }

  /** Index of the running action; -1 before the first. */
  public int position() {
    return position;
  }

  /** How often each goto of the present level has jumped, as a JSON object. */
  public String loops() {
    return loops;
  }

  /** The running action, its options as they are used; empty before the first. */
  public String currentAction() {
    return currentAction;
  }

  public int stepsSinceWait() {
    return stepsSinceWait;
  }

  public long executedCount() {
    return executedCount;
  }

  public String memory() {
    return memory;
  }

  public String error() {
    return error;
  }
}
