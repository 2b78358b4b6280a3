package org.tandemvoice.carrier.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.tandemvoice.call.control.LegTarget;
import org.tandemvoice.call.control.RouteTerms;
import org.tandemvoice.carrier.entity.Provider;
import org.tandemvoice.carrier.entity.ProviderProfile;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.number.control.PhoneNumbers;
import org.tandemvoice.number.entity.PhoneNumber;

/** How a provider wants to be called for a number (contract section 6). */
@ApplicationScoped
public class ProviderWay {

  @Inject private PhoneNumbers numbers;
  @Inject private ProviderDocument document;

  /** The number by which a customer is known to providers; empty if it has none. */
  String asserted(CustomerId customer) {
    return numbers.oldest(customer).map(PhoneNumber::e164).orElse("");
  }

  /** The number in E.164 form, whether it was dialled with its plus or without. */
  static String e164(String dialled) {
    return dialled.startsWith("+") ? dialled : "+" + dialled;
  }

  LegTarget to(Provider provider, String e164, String asserted, int order) {
    ProviderProfile profile = provider.profile();
    String user = profile.techPrefix() + e164 + profile.techPostfix();
    return new LegTarget(
        "sip:" + user + "@" + profile.hostname() + ";transport=" + profile.transport(),
        "",
        List.of(),
        new RouteTerms(
            order,
            profile.techHeaders(),
            profile.codecs(),
            profile.username(),
            () -> document.password(provider),
            asserted,
            ""));
  }
}
