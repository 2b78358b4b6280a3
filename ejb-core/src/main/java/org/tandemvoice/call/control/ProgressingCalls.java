package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/** Finds calls whose sound can be changed: only progressing ones (inventory section 13). */
@ApplicationScoped
public class ProgressingCalls {

  @Inject private Calls calls;

  /**
   * The customer's call, locked.
   *
   * @throws PlatformException {@code CALL_NOT_FOUND} if it is not the customer's, {@code
   *     CALL_ALREADY_HANGUP} if it is over, {@code CALL_STATE_INVALID} if it is not answered or is
   *     ending
   */
  public Call lock(CustomerId customer, UUID id) {
    Call call =
        calls
            .find(customer, id)
            .flatMap(found -> calls.lock(found.id()))
            .orElseThrow(
                () -> new PlatformException(ErrorCode.CALL_NOT_FOUND, "there is no call " + id));
    if (call.status().isFinal()) {
      throw new PlatformException(
          ErrorCode.CALL_ALREADY_HANGUP, "call " + id + " has been hung up already");
    }
    if (call.status() != CallStatus.PROGRESSING) {
      throw new PlatformException(
          ErrorCode.CALL_STATE_INVALID,
          "call " + id + " is " + call.status().text() + ": this works while it is progressing");
    }
    return call;
  }
}
