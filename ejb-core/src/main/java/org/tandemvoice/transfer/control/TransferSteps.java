package org.tandemvoice.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.tandemvoice.call.control.AfterCommit;
import org.tandemvoice.call.control.CallStates;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.control.Conversations;
import org.tandemvoice.call.control.ReferralProgress;
import org.tandemvoice.call.control.command.StopMusic;
import org.tandemvoice.call.control.command.TellReferrer;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.control.FlowPlan;
import org.tandemvoice.flow.control.FlowRunner;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.EventSubject;
import org.tandemvoice.transfer.entity.Transfer;
import org.tandemvoice.transfer.entity.TransferStatus;

/**
 * The ways a transfer can end. Used inside a transaction that holds the locks of its calls, which
 * are all of one chain.
 */
@ApplicationScoped
public class TransferSteps {

  private static final Logger LOG = System.getLogger(TransferSteps.class.getName());

  @Inject private AfterCommit afterCommit;
  @Inject private Calls calls;
  @Inject private CallStates states;
  @Inject private Conversations conversations;
  @Inject private FlowRunner runner;
  @Inject private Outbox outbox;
  @Inject private TransferDocument document;
  @Inject private TransferAgents agents;
  @Inject private Clock clock;

  /** The kept party talks to the transferee from now on, and the transferer is not needed. */
  void complete(Transfer transfer, Call transferee) {
    Call kept = call(transfer.kept());
    Optional<Call> transferer = transferer(transfer);
    tell(transfer, ReferralProgress.SUCCEEDED);
    end(transfer, TransferStatus.COMPLETED);
    conversations.join(kept, transferee);
    transferer.ifPresent(
        call -> {
          detach(kept, call);
          states.release(call, ReleaseCause.NORMAL);
        });
    outbox.record(
        new EventSubject(transfer.customerId(), "transfer", transfer.uuid()),
        "transfer_completed",
        document.completed(transfer, agents.from(transfer), agents.to(transfer)));
  }

  /** The kept party joins a conference, and the transferer is not needed. */
  void joinConference(Transfer transfer, Call transferer, String conference) {
    Call kept = call(transfer.kept());
    tell(transfer, ReferralProgress.SUCCEEDED);
    letGo(transfer, transferer);
    conversations.separate(transferer, kept);
    end(transfer, TransferStatus.COMPLETED);
    states.release(transferer, ReleaseCause.NORMAL);
    runner.divert(kept, FlowPlan.joining(conference));
    outbox.record(
        new EventSubject(transfer.customerId(), "transfer", transfer.uuid()),
        "transfer_completed",
        document.completed(transfer, agents.from(transfer), ""));
  }

  /** Tells the transferer's phone, if it waits for that. */
  void tell(Transfer transfer, ReferralProgress progress) {
    if (transfer.isReferred()) {
      transferer(transfer).ifPresent(call -> afterCommit.send(new TellReferrer(call, progress)));
    }
  }

  /** A party of another chain becomes one of the kept party's, which it now belongs to. */
  void adopt(Call kept, Call party, Call formerPartner) {
    detach(party, formerPartner);
    party.master().flatMap(calls::lock).ifPresent(master -> detach(party, master));
    party.followMaster(kept.id(), clock.instant());
    kept.chain(party.id(), clock.instant());
    calls.rechained(party);
  }

  /** The transferer leaves, and the kept party does not end with it. */
  void letGo(Transfer transfer, Call transferer) {
    detach(call(transfer.kept()), transferer);
    transfer.letGo(clock.instant());
    transferer.ties().takePartIn(OwnedResource.NIL);
  }

  /** A kept party that is chained to the transferer goes its own way. */
  void detach(Call kept, Call transferer) {
    if (kept.master().filter(transferer.id()::equals).isPresent()) {
      transferer.unchain(kept.id(), clock.instant());
      kept.leaveMaster(clock.instant());
    }
  }

  /** The two talk to each other again as before. */
  void resume(Transfer transfer, Call transferer, TransferStatus outcome) {
    tell(transfer, ReferralProgress.failed(cause(transfer)));
    end(transfer, outcome);
    conversations.join(call(transfer.kept()), transferer);
    releaseDialled(transfer);
  }

  /** Why nobody was reached. */
  private ReleaseCause cause(Transfer transfer) {
    return transfer.dialled().stream()
        .map(this::call)
        .flatMap(call -> call.releaseCause().stream())
        .findFirst()
        .orElse(ReleaseCause.CANCELED);
  }

  /** Nobody took the kept party over, and the transferer is gone. */
  void abandon(Transfer transfer) {
    end(transfer, TransferStatus.FAILED);
    Call kept = call(transfer.kept());
    afterCommit.send(new StopMusic(kept));
    releaseDialled(transfer);
    if (transfer.fallback().isEmpty() || kept.status() != CallStatus.PROGRESSING) {
      states.parted(kept, transfer.transferer());
    } else {
      runner.divert(kept, FlowPlan.of(transfer.fallback()));
    }
  }

  /** The kept party is gone. */
  void lost(Transfer transfer) {
    Optional<Call> transferer = transferer(transfer);
    tell(transfer, ReferralProgress.failed(ReleaseCause.CANCELED));
    end(transfer, TransferStatus.FAILED);
    releaseDialled(transfer);
    transferer
        .filter(call -> call.ties().joined().isEmpty())
        .ifPresent(
            call -> {
              afterCommit.send(new StopMusic(call));
              states.parted(call, transfer.kept());
            });
  }

  private void end(Transfer transfer, TransferStatus outcome) {
    Optional<Call> transferer = transferer(transfer);
    transfer.transitionTo(outcome, clock.instant());
    transferer.ifPresent(call -> call.ties().takePartIn(OwnedResource.NIL));
    call(transfer.kept()).ties().takePartIn(OwnedResource.NIL);
    transfer.dialled().forEach(id -> call(id).ties().takePartIn(OwnedResource.NIL));
    LOG.log(Level.INFO, "transfer_{0} transfer={1}", outcome.text(), transfer.uuid());
  }

  /** Everybody who was dialled and is not over. */
  List<Call> open(Transfer transfer) {
    return transfer.dialled().stream()
        .map(this::call)
        .filter(call -> !call.status().isFinal())
        .toList();
  }

  private void releaseDialled(Transfer transfer) {
    open(transfer).forEach(call -> states.release(call, ReleaseCause.NORMAL));
  }

  /** The transferer, if it is there and can still talk. */
  Optional<Call> transferer(Transfer transfer) {
    return Optional.of(transfer)
        .filter(Transfer::hasTransferer)
        .map(found -> call(found.transferer()))
        .filter(TransferSteps::canTalk);
  }

  /** The transferee, if somebody has answered and can still talk. */
  Optional<Call> transferee(Transfer transfer) {
    return transfer.transferee().map(this::call).filter(TransferSteps::canTalk);
  }

  Call call(CallId id) {
    return calls.lock(id).orElseThrow();
  }

  static boolean canTalk(Call call) {
    return call.status() == CallStatus.PROGRESSING;
  }
}
