package org.tandemvoice.pbx.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.CallerWay;
import org.tandemvoice.call.control.LegTarget;
import org.tandemvoice.call.control.RouteTerms;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.number.control.PhoneNumbers;
import org.tandemvoice.pbx.entity.PbxAccount;
import org.tandemvoice.pbx.entity.PbxRegistration;

/**
 * Calls of an agent that is registered at another telephone system, to numbers outside and to users
 * of that system: they go its way and show the agent's {@code did} (seed 004).
 */
@ApplicationScoped
public class PbxWay implements CallerWay {

  @Inject private PbxRecords records;
  @Inject private PbxDocument document;
  @Inject private PhoneNumbers numbers;

  @Override
  public Optional<LegTarget> to(CustomerId customer, Address source, Address destination) {
    return source.type().equals("agent")
        ? JsonFields.uuidOf(source.target())
            .flatMap(agent -> records.find(customer, agent))
            .flatMap(registration -> to(registration, destination))
        : Optional.empty();
  }

  private Optional<LegTarget> to(PbxRegistration registration, Address destination) {
    String sipDomain = registration.account().sipDomain().toLowerCase(Locale.ROOT);
    String target = destination.target().replaceFirst("^sips?:", "");
    return switch (destination.type()) {
      case "tel" -> numbers.find(target).isPresent() ? Optional.empty() : way(registration, target);
      case "sip", "endpoint" ->
          target.toLowerCase(Locale.ROOT).matches("[^@;?]+@" + Pattern.quote(sipDomain))
              ? way(registration, target.substring(0, target.indexOf('@')))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<LegTarget> way(PbxRegistration registration, String user) {
    PbxAccount account = registration.account();
    String did = registration.terms().did();
    String shown = did.isEmpty() ? account.username() : did;
    return Optional.of(
        new LegTarget(
            account.uriOf(user),
            "",
            account.routes(),
            new RouteTerms(
                0,
                Map.of(),
                List.of(),
                account.digestUser(),
                () -> document.password(registration),
                did,
                "sip:" + shown + "@" + account.sipDomain())));
  }
}
