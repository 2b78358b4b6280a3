package org.tandemvoice.json.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.failure.entity.FieldViolation;
import org.tandemvoice.failure.entity.PlatformException;

class JsonFieldsTest {

  @Test
  void takesNullForMissing() {
    JsonFields fields = fields("{\"name\":null}");

    assertThat(fields.has("name")).isFalse();
    assertThat(fields.text("name")).isEmpty();
    assertThat(fields.uuid("flow_id")).isEqualTo(new UUID(0, 0));
    assertThat(fields.objects("destinations")).isEmpty();
  }

  @Test
  void namesTheFieldOfTheWrongType() {
    assertField("name", () -> fields("{\"name\":7}").text("name"));
    assertField("hold", () -> fields("{\"hold\":\"yes\"}").flag("hold", false));
    assertField("expire", () -> fields("{\"expire\":1.5}").integer("expire", 0, 0, 10));
    assertField("option", () -> fields("{\"option\":[]}").object("option"));
    assertField("ids[1]", () -> fields("{\"ids\":[\"a\",2]}").texts("ids"));
    assertField("flow_id", () -> fields("{\"flow_id\":\"1-2-3-4-5\"}").uuid("flow_id"));
  }

  @Test
  void namesTheWholePath() {
    JsonFields body = fields("{\"destinations\":[{\"target\":\"a\"},{\"target\":1}]}");

    List<JsonFields> destinations = body.objects("destinations");

    assertThat(destinations.get(0).text("target")).isEqualTo("a");
    assertField("destinations[1].target", () -> destinations.get(1).text("target"));
  }

  @Test
  void tellsEmptyFromMissing() {
    JsonFields fields = fields("{\"detail\":\"\"}");

    assertThat(fields.presentText("detail", 10)).isEmpty();
    assertField("name", () -> fields.presentText("name", 10));
    assertField("detail", () -> fields.requiredText("detail", 10));
  }

  @Test
  void keepsNumbersAndTextsInBounds() {
    JsonFields fields = fields("{\"expire\":86399,\"name\":\"four\"}");

    assertThat(fields.integer("other", 5, 10, 20)).isEqualTo(5);
    assertField("expire", () -> fields.integer("expire", 0, 86400, Integer.MAX_VALUE));
    assertField("name", () -> fields.text("name", 3));
  }

  private static JsonFields fields(String json) {
    return JsonFields.of(JsonText.object(json));
  }

  private static void assertField(String path, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused ->
                assertThat(refused.violations())
                    .extracting(FieldViolation::field)
                    .containsExactly(path));
  }
}
