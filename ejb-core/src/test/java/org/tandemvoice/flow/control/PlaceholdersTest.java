package org.tandemvoice.flow.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

  private static final UnaryOperator<String> VALUES =
      name -> Map.of("name", "Tom & \"Jerry\" <b>", "n", "{{name}}").getOrDefault(name, "");

  @Test
  void fillsBothFormsAndEmptiesUnknownOnes() {
    assertThat(Placeholders.fill("a {{ n }} b ${n} c {{x}}.", VALUES))
        .isEqualTo("a {{name}} b {{name}} c .");
  }

  @Test
  void makesNoTagsOfValuesInSsml() {
    assertThat(filled("<speak>Hello {{name}}</speak>"))
        .isEqualTo("<speak>Hello Tom &amp; &quot;Jerry&quot; &lt;b&gt;</speak>");
    assertThat(filled("Hello {{name}}")).isEqualTo("Hello Tom & \"Jerry\" <b>");
  }

  private static String filled(String text) {
    return Placeholders.fill(Json.createObjectBuilder().add("text", text).build(), Set.of(), VALUES)
        .getString("text");
  }
}
