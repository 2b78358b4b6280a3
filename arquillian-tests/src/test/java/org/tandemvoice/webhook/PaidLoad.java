package org.tandemvoice.webhook;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tandemvoice.billing.Payer;
import org.tandemvoice.carrier.Carrier;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;

/**
 * Twenty calls a second of one customer until it ends: every second one into the telephone network,
 * where one of three is busy, one hangs up soon, and one talks on.
 */
final class PaidLoad {

  private static final Duration BETWEEN_CALLS = Duration.ofMillis(50);
  private static final Duration SHORT_TALK = Duration.ofMillis(400);

  private final Payer payer;
  private final String extension;
  private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final AtomicInteger ordered = new AtomicInteger();
  private final AtomicInteger arrived = new AtomicInteger();

  private PaidLoad(Payer payer, String extension) {
    this.payer = payer;
    this.extension = extension;
  }

  /**
   * @param extension where nobody is registered
   */
  static PaidLoad begin(Payer payer, String extension) {
    PaidLoad load = new PaidLoad(payer, extension);
    payer.carrier().peer().whenCalled(load::take);
    load.pace.scheduleAtFixedRate(
        () -> load.callers.execute(load::call), 0, BETWEEN_CALLS.toMillis(), TimeUnit.MILLISECONDS);
    return load;
  }

  private void call() {
    try {
      if (ordered.incrementAndGet() % 2 == 0) {
        payer.order(Carrier.farNumber());
      } else {
        payer.api().call(extension, ApiClient.action("answer"));
      }
    } catch (AssertionError killed) {
      // Whether this call was committed is what the ledger finds out.
    }
  }

  private void take(IncomingCall incoming) {
    switch (arrived.incrementAndGet() % 3) {
      case 0 -> incoming.rejectAtOnce(486);
      case 1 -> {
        Call call = incoming.answerAtOnce();
        pace.schedule(
            () -> callers.execute(() -> hangUp(call)),
            SHORT_TALK.toMillis(),
            TimeUnit.MILLISECONDS);
      }
      default -> incoming.answerAtOnce();
    }
  }

  private static void hangUp(Call call) {
    try {
      call.hangUp();
    } catch (AssertionError killed) {
      // Nobody is left who could answer.
    }
  }

  /** Calls nobody any more, and waits for the answers that are still to come. */
  void end() {
    pace.shutdownNow();
    callers.shutdown();
    if (!Waiting.until(callers::isTerminated, Duration.ofSeconds(30))) {
      throw new AssertionError("somebody still waits for an answer of a server that is gone");
    }
  }
}
