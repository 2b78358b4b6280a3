package org.tandemvoice.billing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.tandemvoice.billing.entity.Billing;
import org.tandemvoice.billing.entity.BillingAccount;
import org.tandemvoice.billing.entity.CostType;
import org.tandemvoice.billing.entity.Tariff;
import org.tandemvoice.call.control.AfterCommit;
import org.tandemvoice.call.control.CallClosed;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.CallStates;
import org.tandemvoice.call.control.command.StartTimer;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.call.entity.HangupReason;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.fraud.control.OutboundRules;
import org.tandemvoice.fraud.control.Planned;
import org.tandemvoice.fraud.control.Refusal;

/**
 * Lets metered calls go on as long as they are paid for, and settles them in the transaction that
 * ends them. After a crash the calls that were left open are ended and so settled; they never cost
 * more than what was set apart for them.
 */
@ApplicationScoped
public class CallMeter {

  private static final Logger LOG = System.getLogger(CallMeter.class.getName());
  private static final String PAID = "paid";

  @Inject private BillingAccounts accounts;
  @Inject private Billings billings;
  @Inject private BillingSettings settings;
  @Inject private Cashier cashier;
  @Inject private ServiceMeter services;
  @Inject private OutboundRules rules;
  @Inject private CallStates states;
  @Inject private AfterCommit afterCommit;
  @Inject private Clock clock;

  void happened(@Observes CallFact fact) {
    Call call = fact.call();
    if (!call.metering().isOn()) {
      return;
    }
    if (fact instanceof CallFact.Answered) {
      billings.of(call.id()).ifPresent(billing -> begin(call, billing));
    } else if (fact instanceof CallFact.TimePassed passed && passed.token().equals(PAID)) {
      goOn(call);
    }
  }

  private void begin(Call call, Billing billing) {
    billing.begin(call.progressingAt().orElse(clock.instant()));
    waitForPaidEnd(call, billing);
  }

  /** What costs nothing has no end. */
  private void waitForPaidEnd(Call call, Billing billing) {
    if (!billing.tariff().isFree()) {
      Duration left = Duration.between(clock.instant(), billing.paidUntil());
      afterCommit.send(new StartTimer(call, PAID, left.isNegative() ? Duration.ZERO : left));
    }
  }

  /** All that was paid for is used up: pays for some more, or ends the call. */
  private void goOn(Call call) {
    if (call.status() != CallStatus.PROGRESSING) {
      return;
    }
    Billing billing = billings.of(call.id()).orElseThrow();
    BillingAccount account = accounts.lock(call.customerId()).orElseThrow();
    long increments = payable(call, account, billing);
    if (increments == 0) {
      states.release(call, ReleaseCause.NO_CREDIT);
      return;
    }
    account.reserve(billing.tariff().next(increments));
    billing.reserveNext(increments);
    waitForPaidEnd(call, billing);
  }

  private long payable(Call call, BillingAccount account, Billing billing) {
    Tariff tariff = billing.tariff();
    long most = Math.max(1, settings.reserveSeconds() / tariff.nextIncrement());
    long increments = account.isActive() ? tariff.affordable(account.available(), most) : 0;
    if (increments == 0 || billing.costType() != CostType.CALL_PSTN_OUTGOING) {
      return increments;
    }
    Planned planned = new Planned(0, account.reserved().add(tariff.next(increments)));
    Optional<Refusal> refusal =
        rules.tooDear(call.customerId(), rules.limits(call.customerId()), planned);
    refusal.ifPresent(
        found -> LOG.log(Level.INFO, "call={0} is cut: {1}", call.id(), found.message()));
    return refusal.isPresent() ? 0 : increments;
  }

  void closed(@Observes CallClosed event) {
    Call call = event.call();
    BigDecimal owed = call.metering().owed();
    if (!call.metering().isOn() && owed.signum() == 0) {
      return;
    }
    accounts.lock(call.customerId()).ifPresent(account -> settle(call, account, owed));
  }

  private void settle(Call call, BillingAccount account, BigDecimal owed) {
    if (call.metering().isOn()) {
      String reason = call.hangupReason().map(HangupReason::text).orElse("");
      billings
          .of(call.id())
          .filter(Billing::isOpen)
          .ifPresent(
              billing -> cashier.settle(account, billing, billing.lasted(clock.instant()), reason));
    }
    if (owed.signum() > 0) {
      services.settleSpeech(call, account);
    }
  }
}
