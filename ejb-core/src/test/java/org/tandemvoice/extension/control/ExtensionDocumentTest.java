package org.tandemvoice.extension.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.direct.entity.DirectHash;
import org.tandemvoice.extension.entity.Extension;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.secret.control.PlatformKeys;
import org.tandemvoice.secret.control.SecretCipher;
import org.tandemvoice.storage.control.DataDirectory;
import org.tandemvoice.time.control.Timestamps;

class ExtensionDocumentTest {

  private static final Instant NOW = Instant.parse("2026-02-21T10:00:00Z");
  private static final UUID ID = new UUID(1, 1);
  private static final String CREATE =
      "{'name':'quickstart-phone','detail':'','extension':'quickstart1','password':'pass word'}";

  @TempDir private Path folder;

  private ExtensionDocument document;

  @BeforeEach
  void makeKeys() {
    var keys = new PlatformKeys(new DataDirectory(folder), Optional.empty(), Optional.empty());
    document = new ExtensionDocument(new Timestamps("iso"), new SecretCipher(keys));
  }

  @Test
  void showsWhatTheSeedShowsAndWhetherAPhoneIsThere() {
    JsonObject json = document.of(extension());

    assertThat(json.keySet())
        .containsExactly(
            "id",
            "customer_id",
            "name",
            "detail",
            "extension",
            "username",
            "password",
            "domain_name",
            "direct_hash",
            "status",
            "tm_create",
            "tm_update",
            "tm_delete");
    assertThat(json.getString("username")).isEqualTo("quickstart1");
    assertThat(json.getString("password")).isEqualTo("pass word");
    assertThat(json.getString("domain_name")).isEqualTo(json.getString("customer_id"));
    assertThat(json.getString("direct_hash")).matches("[0-9a-f]{12}");
    assertThat(json.getString("status")).isEqualTo("unregistered");
    assertThat(json.getString("tm_create")).isEqualTo("2026-02-21T10:00:00.000000Z");
    assertThat(json.getString("tm_update")).isEqualTo("9999-01-01T00:00:00.000000Z");
  }

  @Test
  void keepsThePasswordFromThoseWhoOnlyRead() {
    assertThat(document.withoutPassword(extension()).getString("password")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "extension | {'name':'n','detail':'','password':'p'}",
        "extension | {'name':'n','detail':'','extension':'','password':'p'}",
        "extension | {'name':'n','detail':'','extension':'10 01','password':'p'}",
        "extension | {'name':'n','detail':'','extension':'a-b','password':'p'}",
        "extension | {'name':'n','detail':'','extension':1001,'password':'p'}",
        "name      | {'detail':'','extension':'1001','password':'p'}",
        "name      | {'name':' ','detail':'','extension':'1001','password':'p'}",
        "name      | {'name':'a\\r\\nb','detail':'','extension':'1001','password':'p'}",
        "detail    | {'name':'n','extension':'1001','password':'p'}",
        "password  | {'name':'n','detail':'','extension':'1001'}",
        "password  | {'name':'n','detail':'','extension':'1001','password':''}"
      })
  void namesTheFieldThatIsMissingOrWrong(String field, String body) {
    JsonFields fields = fields(body);

    assertThatThrownBy(
            () -> {
              document.value(fields);
              document.newProfile(ID, fields);
            })
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused -> assertThat(refused.violations().get(0).field()).isEqualTo(field));
  }

  @Test
  void keepsWhatAChangeLeavesOut() {
    Extension extension = extension();

    extension.change(document.changedProfile(extension, fields("{'detail':'new'}")), NOW);

    JsonObject json = document.of(extension);
    assertThat(json.getString("name")).isEqualTo("quickstart-phone");
    assertThat(json.getString("detail")).isEqualTo("new");
    assertThat(json.getString("password")).isEqualTo("pass word");
    assertThat(json.getString("tm_update")).isEqualTo("2026-02-21T10:00:00.000000Z");
  }

  @Test
  void changesThePassword() {
    Extension extension = extension();

    extension.change(document.changedProfile(extension, fields("{'password':'other'}")), NOW);

    assertThat(document.of(extension).getString("password")).isEqualTo("other");
  }

  private Extension extension() {
    return new Extension(
        ID,
        new CustomerId(new UUID(2, 2)),
        document.value(fields(CREATE)),
        DirectHash.random(new SecureRandom()),
        document.newProfile(ID, fields(CREATE)),
        NOW);
  }

  private static JsonFields fields(String json) {
    return JsonFields.of(JsonText.object(json.replace('\'', '"')));
  }
}
