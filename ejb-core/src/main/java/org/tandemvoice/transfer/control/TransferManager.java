package org.tandemvoice.transfer.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.transfer.entity.Transfer;
import org.tandemvoice.transfer.entity.TransferStatus;

/** What customers do with transfers. */
@Stateless
public class TransferManager {

  @Inject private Calls calls;
  @Inject private Transfers transfers;
  @Inject private TransferStart start;
  @Inject private TransferSteps steps;
  @Inject private TransferDocument document;

  /**
   * The party of this call hands over whom it talks to.
   *
   * @throws PlatformException {@code CALL_NOT_FOUND}; {@code CALL_STATE_INVALID} if the call is not
   *     progressing, talks to nobody or is being transferred; {@code FLOW_NOT_FOUND}; {@code
   *     INVALID_ARGUMENT} naming the field
   */
  public JsonObject transfer(CustomerId customer, UUID callId, TransferOrder order) {
    Call transferer =
        calls
            .find(customer, callId)
            .flatMap(found -> calls.lock(found.id()))
            .orElseThrow(
                () ->
                    new PlatformException(ErrorCode.CALL_NOT_FOUND, "there is no call " + callId));
    return document.of(start.begin(transferer, order, false));
  }

  public JsonObject get(CustomerId customer, UUID id) {
    return document.of(transfers.find(customer, id).orElseThrow(() -> unknown(id)));
  }

  public Page<JsonObject> list(CustomerId customer, PageRequest request) {
    Page<Transfer> page = transfers.page(customer, request);
    return new Page<>(page.items().stream().map(document::of).toList(), page.next());
  }

  /**
   * The consultation is over: the kept party is connected to the transferee, and the transferer's
   * call ends.
   *
   * @throws PlatformException {@code TRANSFER_NOT_FOUND}, {@code STATE_INVALID} if the transferee
   *     has not answered or the transfer is over
   */
  public JsonObject complete(CustomerId customer, UUID id) {
    Transfer transfer = lock(customer, id);
    Call transferee = steps.transferee(transfer).orElse(null);
    if (transfer.status() != TransferStatus.CONSULTING || transferee == null) {
      throw new PlatformException(
          ErrorCode.STATE_INVALID,
          "transfer " + id + " is " + transfer.status().text() + answered(transferee));
    }
    steps.complete(transfer, transferee);
    return document.of(transfer);
  }

  private static String answered(Call transferee) {
    return transferee == null ? ": nobody has answered" : ": only a consultation can be completed";
  }

  /**
   * The transferer takes the conversation back.
   *
   * @throws PlatformException {@code TRANSFER_NOT_FOUND}, {@code STATE_INVALID} if the transfer is
   *     over or the transferer gone
   */
  public JsonObject cancel(CustomerId customer, UUID id) {
    Transfer transfer = lock(customer, id);
    Call transferer = steps.transferer(transfer).orElse(null);
    boolean isThere = TransferSteps.canTalk(steps.call(transfer.kept()));
    if (transfer.status().isFinal() || transferer == null || !isThere) {
      throw new PlatformException(
          ErrorCode.STATE_INVALID,
          "transfer " + id + " is " + transfer.status().text() + ": there is no way back");
    }
    steps.resume(transfer, transferer, TransferStatus.CANCELED);
    return document.of(transfer);
  }

  private Transfer lock(CustomerId customer, UUID id) {
    Transfer transfer = transfers.find(customer, id).orElseThrow(() -> unknown(id));
    calls.lockAll(
        transfer.hasTransferer()
            ? List.of(transfer.transferer(), transfer.kept())
            : List.of(transfer.kept()));
    transfers.refresh(transfer);
    return transfer;
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.TRANSFER_NOT_FOUND, "there is no transfer " + id);
  }
}
