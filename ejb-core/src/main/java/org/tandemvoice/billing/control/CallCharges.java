package org.tandemvoice.billing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.tandemvoice.address.control.E164;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.billing.entity.Billing;
import org.tandemvoice.billing.entity.BillingAccount;
import org.tandemvoice.billing.entity.BillingDraft;
import org.tandemvoice.billing.entity.CostType;
import org.tandemvoice.billing.entity.RateType;
import org.tandemvoice.billing.entity.Tariff;
import org.tandemvoice.billing.entity.TransactionType;
import org.tandemvoice.call.control.CallAdmission;
import org.tandemvoice.call.control.IncomingLeg;
import org.tandemvoice.call.control.LegOrigin;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.customer.control.CustomerStandings;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.fraud.control.OutboundRules;
import org.tandemvoice.fraud.control.Planned;
import org.tandemvoice.fraud.control.Refusal;
import org.tandemvoice.fraud.entity.OutboundLimits;
import org.tandemvoice.number.control.PhoneNumbers;

/**
 * Lets calls into and from the telephone network be that the customer may make and can pay: the
 * first increment is set apart before anything is dialled. A leg that is refused still has a
 * billing, which says why.
 */
@ApplicationScoped
public class CallCharges implements CallAdmission {

  private static final Logger LOG = System.getLogger(CallCharges.class.getName());
  private static final String NUMBER = "tel";
  private static final Planned ONE_CALL = new Planned(1, Tariff.NOTHING);

  @Inject private BillingAccounts accounts;
  @Inject private Billings billings;
  @Inject private Rates rates;
  @Inject private OutboundRules rules;
  @Inject private PhoneNumbers owned;
  @Inject private CustomerStandings standings;
  @Inject private Clock clock;

  @Override
  public void require(CustomerId customer, List<Address> destinations) {
    standings.requireMayCall(customer);
    List<String> numbers =
        destinations.stream()
            .filter(address -> address.type().equals(NUMBER))
            .map(CallCharges::e164)
            .filter(this::isOutside)
            .toList();
    if (numbers.isEmpty()) {
      return;
    }
    Optional<BillingAccount> account = accounts.lock(customer);
    OutboundLimits limits = rules.limits(customer);
    BigDecimal price = Tariff.NOTHING;
    int calls = 0;
    for (String number : numbers) {
      price = price.add(rates.tariff(customer, RateType.CALL_OUTGOING, number).firstPrice());
      calls++;
      Optional<Refusal> refusal = Solvency.refusal(account, price);
      if (refusal.isEmpty()) {
        Planned planned = new Planned(calls, account.orElseThrow().reserved().add(price));
        refusal = rules.refuse(customer, limits, number, planned);
      }
      refusal.ifPresent(
          found -> {
            throw found.failure();
          });
    }
  }

  /** What somebody on this server owns is reached inside, which costs nothing. */
  private boolean isOutside(String number) {
    return owned.find(number).isEmpty();
  }

  private static String e164(Address address) {
    return address.target().startsWith("+") ? address.target() : "+" + address.target();
  }

  @Override
  public boolean hasRoom(CustomerId customer, Address destination) {
    if (!standings.mayCall(customer)) {
      return false;
    }
    if (!destination.type().equals(NUMBER)) {
      return true;
    }
    accounts.lock(customer);
    return rules.crowded(customer, rules.limits(customer), ONE_CALL).isEmpty();
  }

  @Override
  public Optional<ReleaseCause> dial(Call call) {
    if (!standings.mayCall(call.customerId())) {
      return Optional.of(ReleaseCause.FORBIDDEN);
    }
    String number = e164(call.destination());
    if (!call.destination().type().equals(NUMBER) || !isOutside(number)) {
      return Optional.empty();
    }
    CustomerId customer = call.customerId();
    Optional<BillingAccount> account = accounts.lock(customer);
    Tariff tariff = rates.tariff(customer, RateType.CALL_OUTGOING, number);
    Billing billing = billing(call, CostType.CALL_PSTN_OUTGOING, tariff);
    Optional<Refusal> refusal = Solvency.refusal(account, tariff.firstPrice());
    if (refusal.isEmpty()) {
      Planned planned = new Planned(1, account.get().reserved().add(tariff.firstPrice()));
      refusal = rules.refuse(customer, rules.limits(customer), number, planned);
    }
    if (refusal.isPresent()) {
      return Optional.of(refuse(call, billing, refusal.get()));
    }
    meter(call, account.get(), billing);
    return Optional.empty();
  }

  private ReleaseCause refuse(Call call, Billing billing, Refusal refusal) {
    billing.refuse(refusal.code().name(), clock.instant());
    billings.add(billing);
    LOG.log(
        Level.INFO,
        "call={0} is refused by {1}: {2}",
        call.id(),
        refusal.rule(),
        refusal.message());
    return refusal.code() == ErrorCode.INSUFFICIENT_BALANCE
        ? ReleaseCause.NO_CREDIT
        : ReleaseCause.FORBIDDEN;
  }

  @Override
  public void accept(Call call, IncomingLeg leg) {
    requireReachable(call.customerId(), leg);
    if (!(leg.origin() instanceof LegOrigin.Outside) || leg.e164().isEmpty()) {
      return;
    }
    Tariff tariff = rates.tariff(call.customerId(), RateType.CALL_INCOMING, leg.e164());
    Optional<BillingAccount> account = accounts.lock(call.customerId());
    Solvency.refusal(account, tariff.firstPrice())
        .ifPresent(
            refusal -> {
              LOG.log(Level.INFO, "call={0} is refused: {1}", call.id(), refusal.message());
              throw unreachable(leg);
            });
    CostType costType = E164.isVirtual(leg.e164()) ? CostType.CALL_VN : CostType.CALL_PSTN_INCOMING;
    meter(call, account.orElseThrow(), billing(call, costType, tariff));
  }

  /** Who is outside learns no more than that nobody can be reached (contract section 6). */
  private void requireReachable(CustomerId customer, IncomingLeg leg) {
    if (!(leg.origin() instanceof LegOrigin.Outside)) {
      standings.requireMayCall(customer);
    } else if (!standings.mayCall(customer)) {
      throw unreachable(leg);
    }
  }

  private static PlatformException unreachable(IncomingLeg leg) {
    return new PlatformException(
        ErrorCode.SERVICE_UNAVAILABLE, leg.dialled() + " takes no calls at present");
  }

  private Billing billing(Call call, CostType costType, Tariff tariff) {
    return new Billing(
        new BillingDraft(
            call.uuid(),
            call.customerId(),
            TransactionType.USAGE,
            costType,
            call.uuid(),
            call.source().target(),
            call.destination().target(),
            tariff),
        clock.instant());
  }

  private void meter(Call call, BillingAccount account, Billing billing) {
    billing.reserveFirst();
    account.reserve(billing.reserved());
    billings.add(billing);
    call.metering().begin();
  }
}
