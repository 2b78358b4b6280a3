package org.tandemvoice.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.AfterCommit;
import org.tandemvoice.call.control.CallAdmission;
import org.tandemvoice.call.control.CallStates;
import org.tandemvoice.call.control.Conversations;
import org.tandemvoice.call.control.Destinations;
import org.tandemvoice.call.control.Dialing;
import org.tandemvoice.call.control.command.StartMusic;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.ActionLists;
import org.tandemvoice.flow.control.Flows;
import org.tandemvoice.flow.entity.Flow;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.transfer.entity.Transfer;
import org.tandemvoice.transfer.entity.TransferDraft;
import org.tandemvoice.transfer.entity.TransferType;

/**
 * Begins transfers: the transferee is dialled first, only then the transferer of a blind one is let
 * go (C-87).
 */
@ApplicationScoped
public class TransferStart {

  private static final String MUSIC = "default";

  @Inject private ActionLists lists;
  @Inject private AfterCommit afterCommit;
  @Inject private CallAdmission admission;
  @Inject private CallStates states;
  @Inject private Conversations conversations;
  @Inject private Destinations destinations;
  @Inject private Dialing dialing;
  @Inject private Flows flows;
  @Inject private TransferAgents agents;
  @Inject private TransferSteps steps;
  @Inject private Transfers transfers;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /** Used under the lock of the transferer's call. */
  Transfer begin(Call transferer, TransferOrder order, boolean referred) {
    Call kept = kept(transferer);
    order.addresses().forEach(address -> requireKnown(transferer, address));
    admission.require(transferer.customerId(), order.addresses());
    TransferDraft.Terms terms =
        new TransferDraft.Terms(
            order.type(),
            order.addresses(),
            order.context(),
            order.hold().on(),
            order.hold().music(),
            referred,
            fallback(transferer, order));
    Transfer transfer = added(transferer, kept, terms);
    if (isToConference(order)) {
      steps.joinConference(transfer, transferer, order.addresses().get(0).target());
    } else {
      dial(transfer, transferer, kept, order);
    }
    return transfer;
  }

  private static boolean isToConference(TransferOrder order) {
    boolean is = order.addresses().stream().anyMatch(a -> a.type().equals("conference"));
    if (is && (order.addresses().size() > 1 || order.type() != TransferType.BLIND)) {
      throw PlatformException.invalid(
          "destination", "is a conference: it can only be handed over to blindly, and alone");
    }
    return is;
  }

  /** A transfer after a consultation the platform knows nothing of. */
  Transfer attended(Call transferer, Call kept, Call transferee) {
    TransferDraft.Terms terms =
        new TransferDraft.Terms(
            TransferType.ATTENDED, List.of(party(transferee)), "{}", true, true, true, "");
    Transfer transfer = added(transferer, kept, terms);
    transfer.dialled(transferee.id());
    transfer.answered(transferee.id(), clock.instant());
    return transfer;
  }

  private Transfer added(Call transferer, Call kept, TransferDraft.Terms terms) {
    Transfer transfer =
        new Transfer(
            transferer.customerId(),
            new TransferDraft(ids.next(), transferer.id(), kept.id(), terms),
            clock.instant());
    transfers.add(transfer);
    transferer.ties().takePartIn(transfer.uuid());
    kept.ties().takePartIn(transfer.uuid());
    return transfer;
  }

  private void dial(Transfer transfer, Call transferer, Call kept, TransferOrder order) {
    Address shown = party(transfer.type() == TransferType.BLIND ? kept : transferer);
    List<Address> places =
        order.addresses().stream()
            .flatMap(address -> agents.places(kept.customerId(), address).stream())
            .toList();
    if (places.isEmpty()) {
      throw PlatformException.invalid("destination", "is an agent without an address");
    }
    for (Address address : places) {
      Call dialled = dialing.chained(kept, shown, address, order.dialTimeout());
      dialled.ties().takePartIn(transfer.uuid());
      transfer.dialled(dialled.id());
    }
    wait(transfer, transferer, kept);
  }

  /** What everybody hears meanwhile. */
  private void wait(Transfer transfer, Call transferer, Call kept) {
    boolean goes = transfer.type() == TransferType.BLIND && !transfer.isReferred();
    if (goes) {
      steps.letGo(transfer, transferer);
    }
    conversations.separate(transferer, kept);
    if (transfer.type() == TransferType.ATTENDED) {
      if (transfer.holdsCaller() && transfer.playsMusic()) {
        afterCommit.send(new StartMusic(kept, MUSIC));
      }
      afterCommit.send(new StartMusic(transferer, StartMusic.RINGBACK));
      return;
    }
    afterCommit.send(new StartMusic(kept, StartMusic.RINGBACK));
    if (goes) {
      states.release(transferer, ReleaseCause.NORMAL);
    }
  }

  /**
   * Whom this locked call talks to, if it can be handed over.
   *
   * @throws PlatformException {@code CALL_STATE_INVALID}
   */
  Call kept(Call transferer) {
    if (transferer.status() != CallStatus.PROGRESSING) {
      throw invalid(transferer, "is " + transferer.status().text() + ": only a progressing call");
    }
    Call kept =
        conversations
            .partner(transferer)
            .filter(other -> other.status() == CallStatus.PROGRESSING)
            .orElseThrow(() -> invalid(transferer, "talks to nobody: only a joined call"));
    if (isTaken(transferer) || isTaken(kept)) {
      throw invalid(transferer, "is being transferred already: only a free call");
    }
    return kept;
  }

  private static boolean isTaken(Call call) {
    return !call.ties().transferId().equals(OwnedResource.NIL);
  }

  private static PlatformException invalid(Call call, String why) {
    return new PlatformException(
        ErrorCode.CALL_STATE_INVALID, "call " + call.id() + " " + why + " can be transferred");
  }

  private void requireKnown(Call transferer, Address address) {
    if (!destinations.isKnown(transferer.customerId(), address)) {
      throw PlatformException.invalid(
          "destination",
          "there is no " + address.type() + " of that value, name or id: " + address.target());
    }
  }

  private String fallback(Call transferer, TransferOrder order) {
    UUID id = order.fallbackFlow();
    if (id.equals(OwnedResource.NIL)) {
      return order.fallbackActions().isEmpty()
          ? ""
          : lists.read(order.fallbackActions(), "fallback.actions").toString();
    }
    return flows
        .find(transferer.customerId(), id)
        .map(Flow::actions)
        .orElseThrow(
            () -> new PlatformException(ErrorCode.FLOW_NOT_FOUND, "there is no flow " + id));
  }

  /** Who is at the other end of a call. */
  private static Address party(Call call) {
    return call.direction() == CallDirection.INCOMING ? call.source() : call.destination();
  }
}
