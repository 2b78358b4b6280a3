package org.tandemvoice.customer.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerProfile;
import org.tandemvoice.customer.entity.WebhookMethod;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.time.control.Timestamps;

class CustomerDocumentTest {

  private static final CustomerProfile BEFORE = CustomerProfile.named("Acme", "before");

  private final CustomerDocument document = new CustomerDocument(new Timestamps("iso"));

  @Test
  void keepsWhatAChangeLeavesOut() {
    CustomerProfile after =
        document.profile(
            fields("{'detail':'','webhook_method':'PUT','webhook_uri':'https://a.example/b?c'}"),
            BEFORE);

    assertThat(after.name()).isEqualTo("Acme");
    assertThat(after.detail()).isEmpty();
    assertThat(after.webhookMethod()).hasValue(WebhookMethod.PUT);
    assertThat(after.webhookUri()).isEqualTo("https://a.example/b?c");
  }

  @Test
  void takesAwayTheWebhook() {
    CustomerProfile with =
        document.profile(
            fields("{'webhook_method':'PUT','webhook_uri':'http://a.example'}"), BEFORE);

    CustomerProfile without =
        document.profile(fields("{'webhook_method':'','webhook_uri':''}"), with);

    assertThat(without).isEqualTo(BEFORE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "webhook_method | {'webhook_method':'PATCH'}",
        "webhook_uri    | {'webhook_uri':'ftp://a.example'}",
        "webhook_uri    | {'webhook_uri':'file:///etc/passwd'}",
        "webhook_uri    | {'webhook_uri':'http://a b'}",
        "webhook_uri    | {'webhook_uri':'http:'}",
        "email          | {'email':7}"
      })
  void namesTheFieldThatIsWrong(String field, String body) {
    JsonFields fields = fields(body);

    assertThatThrownBy(() -> document.profile(fields, BEFORE))
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused -> assertThat(refused.violations().get(0).field()).isEqualTo(field));
  }

  private static JsonFields fields(String json) {
    return JsonFields.of(JsonText.object(json.replace('\'', '"')));
  }
}
