package org.tandemvoice.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.tandemvoice.call.control.AfterCommit;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.CallStates;
import org.tandemvoice.call.control.Conversations;
import org.tandemvoice.call.control.ReferralProgress;
import org.tandemvoice.call.control.command.StartMusic;
import org.tandemvoice.call.control.command.StopMusic;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.transfer.entity.Transfer;
import org.tandemvoice.transfer.entity.TransferStatus;

/** What the facts of its calls mean for a transfer that is under way. */
@ApplicationScoped
public class TransferProgress {

  @Inject private AfterCommit afterCommit;
  @Inject private CallStates states;
  @Inject private Conversations conversations;
  @Inject private Transfers transfers;
  @Inject private TransferSteps steps;
  @Inject private Clock clock;

  void fact(@Observes CallFact fact) {
    if (fact instanceof CallFact.Rang
        || fact instanceof CallFact.Answered
        || fact instanceof CallFact.Ended) {
      transfers
          .of(fact.call())
          .filter(transfer -> !transfer.status().isFinal())
          .ifPresent(transfer -> happened(fact, transfer));
    }
  }

  private void happened(CallFact fact, Transfer transfer) {
    Call call = fact.call();
    boolean isDialled = transfer.dialled().contains(call.id());
    if (fact instanceof CallFact.Ended) {
      if (isDialled) {
        dialledEnded(transfer, call);
      } else if (call.id().equals(transfer.kept())) {
        steps.lost(transfer);
      } else {
        transfererEnded(transfer, call);
      }
    } else if (isDialled && fact instanceof CallFact.Rang) {
      steps.tell(transfer, ReferralProgress.RINGING);
    } else if (isDialled && transfer.transferee().isEmpty()) {
      answered(transfer, call);
    }
  }

  private void answered(Transfer transfer, Call transferee) {
    transfer.answered(transferee.id(), clock.instant());
    steps.open(transfer).stream()
        .filter(other -> !other.id().equals(transferee.id()))
        .forEach(other -> states.release(other, ReleaseCause.NORMAL));
    Optional<Call> transferer = steps.transferer(transfer);
    if (transfer.status() == TransferStatus.CONSULTING && transferer.isPresent()) {
      conversations.join(transferer.get(), transferee);
    } else {
      steps.complete(transfer, transferee);
    }
  }

  /** Somebody who was dialled did not answer, or has hung up after a word with the transferer. */
  private void dialledEnded(Transfer transfer, Call ended) {
    boolean hadAnswered = transfer.transferee().filter(ended.id()::equals).isPresent();
    if (!hadAnswered && !steps.open(transfer).isEmpty()) {
      return;
    }
    Optional<Call> transferer = steps.transferer(transfer);
    if (transferer.isEmpty()) {
      steps.abandon(transfer);
    } else if (hadAnswered || transfer.status() == TransferStatus.TRANSFERRING) {
      steps.resume(transfer, transferer.get(), TransferStatus.FAILED);
    } else {
      afterCommit.send(new StopMusic(transferer.get()));
    }
  }

  /** The transferer has hung up: that completes a consultation (C-21). */
  private void transfererEnded(Transfer transfer, Call transferer) {
    steps.letGo(transfer, transferer);
    Optional<Call> transferee = steps.transferee(transfer);
    if (transferee.isPresent()) {
      steps.complete(transfer, transferee.get());
    } else if (steps.open(transfer).isEmpty()) {
      steps.abandon(transfer);
    } else if (transfer.status() == TransferStatus.CONSULTING) {
      transfer.transitionTo(TransferStatus.TRANSFERRING, clock.instant());
      afterCommit.send(new StartMusic(steps.call(transfer.kept()), StartMusic.RINGBACK));
    }
  }
}
