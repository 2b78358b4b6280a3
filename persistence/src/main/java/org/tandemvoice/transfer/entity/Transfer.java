package org.tandemvoice.transfer.entity;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * A party of a conversation hands the other over. It is changed under the lock of the kept call,
 * which all calls that are dialled for it are chained to.
 */
@Entity
@Table(name = "transfers")
public class Transfer extends OwnedResource {

  @Enumerated(EnumType.STRING)
  @Column(name = "type", nullable = false)
  private TransferType type;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private TransferStatus status;

  @Column(name = "transferer_call_id", nullable = false)
  private UUID transfererCallId;

  @Column(name = "kept_call_id", nullable = false)
  private UUID keptCallId;

  @Lob
  @Column(name = "dialled_call_ids", nullable = false)
  private String dialledCallIds = "[]";

  @Column(name = "transferee_call_id", nullable = false)
  private UUID transfereeCallId = NIL;

  @Lob
  @Column(name = "addresses", nullable = false)
  private String addresses;

  @Lob
  @Column(name = "context", nullable = false)
  private String context;

  @Column(name = "hold_caller", nullable = false)
  private boolean holdCaller;

  @Column(name = "play_moh", nullable = false)
  private boolean playMoh;

  @Column(name = "referred", nullable = false)
  private boolean referred;

  @Column(name = "transferer_gone", nullable = false)
  private boolean transfererGone;

  @Lob
  @Column(name = "fallback", nullable = false)
  private String fallback;

  protected Transfer() {}

  /** A transfer that begins now. */
  public Transfer(CustomerId customer, TransferDraft draft, Instant now) {
    super(draft.id(), customer, now);
    TransferDraft.Terms terms = draft.terms();
    this.type = terms.type();
    this.status =
        type == TransferType.ATTENDED ? TransferStatus.CONSULTING : TransferStatus.TRANSFERRING;
    this.transfererCallId = draft.transferer().value();
    this.keptCallId = draft.kept().value();
    this.addresses = json(terms.addresses());
    this.context = terms.context();
    this.holdCaller = terms.holdCaller();
    this.playMoh = terms.playMoh();
    this.referred = terms.referred();
    this.fallback = terms.fallback();
  }

  private static String json(List<Address> addresses) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    addresses.forEach(address -> array.add(AddressColumn.json(address)));
    return array.build().toString();
  }

  /**
   * The only way its state changes.
   *
   * @throws IllegalStateException if the state cannot follow the present one
   */
  public void transitionTo(TransferStatus next, Instant now) {
    if (!status.next().contains(next)) {
      throw new IllegalStateException(
          "transfer " + uuid() + " is " + status.text() + " and cannot become " + next.text());
    }
    status = next;
    touch(now);
  }

  /** A call has been dialled for it. */
  public void dialled(CallId call) {
    List<UUID> ids = new ArrayList<>(JsonText.uuids(dialledCallIds));
    ids.add(call.value());
    dialledCallIds = JsonText.ofUuids(ids);
  }

  /** The transferer has left; it may be of another chain than the kept party now. */
  public void letGo(Instant now) {
    transfererGone = true;
    touch(now);
  }

  /** The first of the dialled calls has answered. */
  public void answered(CallId call, Instant now) {
    transfereeCallId = call.value();
    touch(now);
  }

  public TransferType type() {
    return type;
  }

  public TransferStatus status() {
    return status;
  }

  public CallId transferer() {
    return new CallId(transfererCallId);
  }

  /** Whether the transferer could still take the conversation back. */
  public boolean hasTransferer() {
    return !transfererGone;
  }

  public CallId kept() {
    return new CallId(keptCallId);
  }

  public List<CallId> dialled() {
    return JsonText.uuids(dialledCallIds).stream().map(CallId::new).toList();
  }

  /** Who has answered. */
  public Optional<CallId> transferee() {
    return transfereeCallId.equals(NIL)
        ? Optional.empty()
        : Optional.of(new CallId(transfereeCallId));
  }

  public List<Address> addresses() {
    return JsonText.array(addresses).getValuesAs(JsonObject.class).stream()
        .map(AddressColumn::address)
        .toList();
  }

  /** A JSON object. */
  public String context() {
    return context;
  }

  public boolean holdsCaller() {
    return holdCaller;
  }

  public boolean playsMusic() {
    return playMoh;
  }

  /** Whether the transferer's phone waits for what comes of it. */
  public boolean isReferred() {
    return referred;
  }

  /** A JSON array of actions; empty text if there are none. */
  public String fallback() {
    return fallback;
  }
}
