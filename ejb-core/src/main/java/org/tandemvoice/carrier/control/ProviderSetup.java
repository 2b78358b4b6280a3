package org.tandemvoice.carrier.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.tandemvoice.carrier.entity.Provider;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;

/**
 * Makes a provider of an account at a carrier (contract Appendix A). The one it knows is Telnyx.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProviderSetup {

  private static final int NAME_LENGTH = 255;
  private static final int DETAIL_LENGTH = 2000;

  @Inject private TelnyxAccount telnyx;
  @Inject private ProviderManager providers;

  /**
   * Sets up a connection at the carrier and then the provider that uses it. The key is not kept.
   *
   * @param platform the platform's own customer
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field, {@code
   *     SERVICE_UNAVAILABLE} if the carrier does not play its part; there is no provider then
   */
  public Provider setUp(CustomerId platform, JsonFields fields) {
    String carrier = fields.requiredText("carrier", NAME_LENGTH);
    if (!carrier.equals("telnyx")) {
      throw fields.invalid("carrier", "is \"" + carrier + "\": give telnyx");
    }
    String name = fields.requiredLine("name", NAME_LENGTH);
    String detail = fields.textOr("detail", "", DETAIL_LENGTH);
    String key = fields.object("credentials").requiredLine("api_key", NAME_LENGTH);
    TelnyxAccount.Login login = telnyx.connect(key, name);
    return providers.create(
        platform,
        JsonFields.of(
            JSON.createObjectBuilder()
                .add("type", "sip")
                .add("hostname", TelnyxAccount.HOST)
                .add("name", name)
                .add("detail", detail)
                .add("username", login.username())
                .add("password", login.password())
                .build()));
  }
}
