package org.tandemvoice.accesskey.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.accesskey.entity.AccessKey;
import org.tandemvoice.accesskey.entity.AccessKeyToken;
import org.tandemvoice.api.entity.ApiVersion;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.time.control.Timestamps;

class AccessKeyDocumentTest {

  private final AccessKeyDocument document = new AccessKeyDocument(new Timestamps("iso"));

  @Test
  void showsTheTokenOnlyWhenItIsIssued() {
    var token = AccessKeyToken.random(new SecureRandom());
    var grant = document.grant(fields("{'expire':86400,'name':'ci'}"));
    var key =
        new AccessKey(new UUID(1, 1), new CustomerId(new UUID(2, 2)), token, grant, Instant.EPOCH);

    var issued = document.of(new IssuedAccessKey(key, token));

    assertThat(issued.getString("token")).isEqualTo(token.text());
    assertThat(issued.getString("tm_expire")).isEqualTo("1970-01-02T00:00:00.000000Z");
    assertThat(document.of(key))
        .doesNotContainKey("token")
        .hasToString(document.of(key).toString().replace(token.text(), ""));
  }

  @Test
  void pinsTheDocumentedVersionUnlessAskedOtherwise() {
    assertThat(document.grant(fields("{'expire':86400}")).apiVersion())
        .isEqualTo(ApiVersion.DOCUMENTED);
    assertThat(document.grant(fields("{'expire':86400,'api_version':'2026-08'}")).apiVersion())
        .isEqualTo(ApiVersion.GROUPED);
  }

  @Test
  void takesADayAtLeast() {
    assertThat(document.grant(fields("{'expire':86400}")).life()).hasValue(Duration.ofDays(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "expire      | {}",
        "expire      | {'expire':86399}",
        "expire      | {'expire':-1}",
        "expire      | {'expire':'86400'}",
        "expire      | {'expire':99999999999999}",
        "api_version | {'expire':86400,'api_version':'1'}",
        "name        | {'expire':86400,'name':[]}"
      })
  void namesTheFieldThatIsWrong(String field, String body) {
    JsonFields fields = fields(body);

    assertThatThrownBy(() -> document.grant(fields))
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused -> assertThat(refused.violations().get(0).field()).isEqualTo(field));
  }

  private static JsonFields fields(String json) {
    return JsonFields.of(JsonText.object(json.replace('\'', '"')));
  }
}
