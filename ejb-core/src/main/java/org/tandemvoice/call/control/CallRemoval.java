package org.tandemvoice.call.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/** Takes a call out of the customer's sight. One that is not over is hung up as well. */
@Stateless
public class CallRemoval {

  @Inject private Calls calls;
  @Inject private CallStates states;
  @Inject private CallDocument document;

  /**
   * @return the call with its {@code tm_delete}
   * @throws PlatformException {@code CALL_NOT_FOUND} if it is not the customer's, or removed
   *     already
   */
  public JsonObject remove(CustomerId customer, UUID id) {
    Call call =
        calls
            .find(customer, id)
            .flatMap(found -> calls.lock(found.id()))
            .orElseThrow(
                () -> new PlatformException(ErrorCode.CALL_NOT_FOUND, "there is no call " + id));
    states.release(call, ReleaseCause.NORMAL);
    states.deleted(call);
    return document.of(call);
  }
}
