package org.tandemvoice.billing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.billing.entity.Billing;
import org.tandemvoice.billing.entity.BillingAccount;
import org.tandemvoice.billing.entity.BillingDraft;
import org.tandemvoice.billing.entity.CostType;
import org.tandemvoice.billing.entity.RateType;
import org.tandemvoice.billing.entity.Tariff;
import org.tandemvoice.billing.entity.TransactionType;
import org.tandemvoice.call.control.AfterCommit;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.SpeechBegun;
import org.tandemvoice.call.control.command.StartTimer;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallMetering;
import org.tandemvoice.conference.control.AnnouncementSpoken;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.recording.control.RecordingBegun;
import org.tandemvoice.recording.control.RecordingOver;
import org.tandemvoice.recording.control.RecordingStates;
import org.tandemvoice.recording.entity.Recording;

/**
 * Lets calls be spoken to and recorded as long as it is paid for: the price of what is spoken, and
 * of each increment of a recording, is set apart before. What cannot be paid does not begin; a
 * recording is ended when the money ends.
 */
@ApplicationScoped
public class ServiceMeter {

  private static final String PAID = "recording paid ";

  @Inject private BillingAccounts accounts;
  @Inject private Billings billings;
  @Inject private Cashier cashier;
  @Inject private ServiceRates rates;
  @Inject private RecordingStates recordings;
  @Inject private AfterCommit afterCommit;
  @Inject private Clock clock;

  /**
   * All that is spoken in one call is charged together, and paid when it ends.
   *
   * @throws PlatformException {@code INSUFFICIENT_BALANCE}, {@code ACCOUNT_FROZEN}
   */
  void spoken(@Observes SpeechBegun event) {
    Call call = event.call();
    Tariff tariff = rates.of(call.customerId(), RateType.TTS);
    if (tariff.isFree()) {
      return;
    }
    CallMetering metering = call.metering();
    int characters = characters(event.text());
    BigDecimal more =
        tariff
            .cost(metering.spoken() + (long) characters)
            .subtract(metering.owed())
            .max(Tariff.NOTHING);
    if (more.signum() > 0) {
      payer(call.customerId(), more).reserve(more);
    }
    metering.speak(characters, more);
  }

  /**
   * What is said to a whole conference is paid once and at once, however many hear it.
   *
   * @throws PlatformException {@code INSUFFICIENT_BALANCE}, {@code ACCOUNT_FROZEN}
   */
  void announced(@Observes AnnouncementSpoken event) {
    Tariff tariff = rates.of(event.customer(), RateType.TTS);
    int characters = characters(event.text());
    BigDecimal price = tariff.cost(characters);
    if (price.signum() > 0) {
      BillingAccount account = payer(event.customer(), price);
      account.reserve(price);
      cashier.chargeSpeech(
          account, event.conference(), characters, tariff.increments(characters), price);
    }
  }

  private static int characters(String text) {
    return text.codePointCount(0, text.length());
  }

  private BillingAccount payer(CustomerId customer, BigDecimal price) {
    Optional<BillingAccount> account = accounts.lock(customer);
    Solvency.refusal(account, price)
        .ifPresent(
            refusal -> {
              throw refusal.failure();
            });
    return account.orElseThrow();
  }

  /** The call is over: what was spoken in it is paid. */
  void settleSpeech(Call call, BillingAccount account) {
    CallMetering metering = call.metering();
    Tariff tariff = rates.of(call.customerId(), RateType.TTS);
    cashier.chargeSpeech(
        account,
        call.uuid(),
        metering.spoken(),
        tariff.increments(metering.spoken()),
        metering.owed());
  }

  /**
   * @throws PlatformException {@code INSUFFICIENT_BALANCE}, {@code ACCOUNT_FROZEN}
   */
  void begun(@Observes RecordingBegun event) {
    Recording recording = event.recording();
    CustomerId customer = recording.customerId();
    Tariff tariff = rates.of(customer, RateType.RECORDING);
    if (tariff.isFree()) {
      return;
    }
    BillingAccount account = payer(customer, tariff.firstPrice());
    Billing billing =
        new Billing(
            new BillingDraft(
                recording.uuid(),
                customer,
                TransactionType.USAGE,
                CostType.RECORDING,
                recording.uuid(),
                "",
                "",
                tariff),
            clock.instant());
    billing.reserveFirst();
    account.reserve(billing.reserved());
    billing.begin(clock.instant());
    billings.add(billing);
    waitForPaidEnd(event.call(), billing);
  }

  private void waitForPaidEnd(Call call, Billing billing) {
    Duration left = Duration.between(clock.instant(), billing.paidUntil());
    afterCommit.send(
        new StartTimer(call, PAID + billing.uuid(), left.isNegative() ? Duration.ZERO : left));
  }

  void happened(@Observes CallFact fact) {
    if (fact instanceof CallFact.TimePassed passed && passed.token().startsWith(PAID)) {
      UUID recording = UUID.fromString(passed.token().substring(PAID.length()));
      billings.open(recording).ifPresent(billing -> goOn(passed.call(), billing));
    }
  }

  /** All that was paid for is used up: pays for the next increment, or ends the recording. */
  private void goOn(Call call, Billing billing) {
    if (!recordings.isOf(call, billing.uuid())) {
      return;
    }
    Tariff tariff = billing.tariff();
    BillingAccount account = accounts.lock(call.customerId()).orElseThrow();
    if (!account.isActive() || tariff.affordable(account.available(), 1) == 0) {
      recordings.stop(call, billing.uuid());
      return;
    }
    account.reserve(tariff.next(1));
    billing.reserveNext(1);
    waitForPaidEnd(call, billing);
  }

  /** One that came to nothing costs nothing. */
  void over(@Observes RecordingOver event) {
    Recording recording = event.recording();
    billings
        .open(recording.uuid())
        .ifPresent(
            billing ->
                accounts
                    .lock(recording.customerId())
                    .ifPresent(
                        account -> cashier.settle(account, billing, recording.duration(), "")));
  }
}
