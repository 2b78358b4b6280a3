package org.tandemvoice.call.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.MuteState;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * Hold and mute of progressing calls (inventory section 13). The two are independent of each other
 * and of what the call's flow does; both last until they are taken back. All methods throw what
 * {@link ProgressingCalls#lock} does.
 */
@Stateless
public class CallHold {

  @Inject private ProgressingCalls progressing;
  @Inject private CallStates states;
  @Inject private CallDocument document;

  /** The call, and the one it is bridged to, hear music and not each other. */
  public JsonObject hold(CustomerId customer, UUID id) {
    return hold(progressing.lock(customer, id), true);
  }

  /** Takes a hold back. */
  public JsonObject resume(CustomerId customer, UUID id) {
    return hold(progressing.lock(customer, id), false);
  }

  private JsonObject hold(Call call, boolean on) {
    states.hold(call, on);
    return document.of(call);
  }

  /** Holds back this of the call's sound instead of what was muted before. */
  public JsonObject mute(CustomerId customer, UUID id, MuteState state) {
    return mute(progressing.lock(customer, id), state);
  }

  /** Lets this of the call's sound through again. */
  public JsonObject unmute(CustomerId customer, UUID id, MuteState state) {
    Call call = progressing.lock(customer, id);
    return mute(call, call.muteState().without(state));
  }

  private JsonObject mute(Call call, MuteState state) {
    states.mute(call, state);
    return document.of(call);
  }
}
