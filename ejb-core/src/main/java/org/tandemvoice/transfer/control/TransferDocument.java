package org.tandemvoice.transfer.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.HangupReason;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.time.control.Timestamps;
import org.tandemvoice.transfer.entity.Transfer;

/** A transfer as customers see it: the fields of the seed and of the contract (C-20). */
@ApplicationScoped
public class TransferDocument {

  private static final String NIL = OwnedResource.NIL.toString();

  private Timestamps timestamps;
  private Calls calls;

  protected TransferDocument() {}

  @Inject
  public TransferDocument(Timestamps timestamps, Calls calls) {
    this.timestamps = timestamps;
    this.calls = calls;
  }

  public JsonObject of(Transfer transfer) {
    JsonArrayBuilder addresses = JSON.createArrayBuilder();
    transfer.addresses().forEach(address -> addresses.add(AddressColumn.json(address)));
    Optional<CallId> consult = consult(transfer);
    String transferee = consult.map(CallId::toString).orElse(NIL);
    return JSON.createObjectBuilder()
        .add("id", transfer.uuid().toString())
        .add("transfer_id", transfer.uuid().toString())
        .add("customer_id", transfer.customerId().toString())
        .add("type", transfer.type().text())
        .add("transfer_type", transfer.type().text())
        .add("status", transfer.status().text())
        .add("transferer_call_id", transfer.transferer().toString())
        .add("kept_call_id", transfer.kept().toString())
        .add("transferee_addresses", addresses)
        .add("transferee_call_id", transferee)
        .add("consult_call_id", transferee)
        .add("consult_call", consultCall(transfer, consult))
        .add("groupcall_id", NIL)
        .add("confbridge_id", NIL)
        .add("context", JsonText.object(transfer.context()))
        .add("hold_caller", transfer.holdsCaller())
        .add("play_moh", transfer.playsMusic())
        .add("tm_create", timestamps.text(transfer.createdAt()))
        .add("tm_update", timestamps.text(transfer.updatedAt()))
        .add("tm_delete", timestamps.text(transfer.deletedAt()))
        .build();
  }

  /** The call that answered; before that the first that was dialled. */
  private static Optional<CallId> consult(Transfer transfer) {
    List<CallId> dialled = transfer.dialled();
    return transfer.transferee().or(() -> dialled.stream().findFirst());
  }

  private JsonObject consultCall(Transfer transfer, Optional<CallId> consult) {
    Optional<Call> call = consult.flatMap(id -> calls.find(transfer.customerId(), id.value()));
    return JSON.createObjectBuilder()
        .add("id", consult.map(CallId::toString).orElse(NIL))
        .add("status", call.map(known -> known.status().text()).orElse(""))
        .add("hangup_reason", call.flatMap(Call::hangupReason).map(HangupReason::text).orElse(""))
        .build();
  }

  /** What transfer_completed tells, {@code context} as it was given. */
  JsonObject completed(Transfer transfer, String fromAgent, String toAgent) {
    return JSON.createObjectBuilder(of(transfer))
        .add("from_agent", fromAgent)
        .add("to_agent", toAgent)
        .build();
  }
}
