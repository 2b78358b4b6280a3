package org.tandemvoice.flow.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.json.control.JsonFields;

class ActionListsTest {

  private static JsonArray read(String json) {
    return FlowActionFixture.lists().read(JsonText.array(json.replace('\'', '"')), "actions");
  }

  @Test
  void keepsIdsAsTheyWereGivenAndMakesUpTheRest() {
    JsonArray kept =
        read(
            "[{'id':'human path!','type':'stop'},{'type':'stop'},{'id':'','type':'stop'},"
                + "{'id':'00000000-0000-0000-0000-000000000000','type':'stop'}]");

    assertThat(kept.getJsonObject(0).getString("id")).isEqualTo("human path!");
    for (int i = 1; i < 4; i++) {
      assertThat(JsonFields.uuidOf(kept.getJsonObject(i).getString("id"))).isPresent();
    }
  }

  @Test
  void foldsTheAliasesOfOptions() {
    JsonObject action =
        read("[{'type':'digits_receive','option':{'terminator':'#','length':3}}]").getJsonObject(0);

    assertThat(action.getJsonObject("option").getString("key")).isEqualTo("#");
    assertThat(action.getJsonObject("option")).doesNotContainKey("terminator");
  }

  @Test
  void keepsFieldsItDoesNotKnow() {
    JsonObject action =
        read("[{'type':'stop','note':'mine','option':{'other':1}}]").getJsonObject(0);

    assertThat(action.getString("note")).isEqualTo("mine");
    assertThat(action.getJsonObject("option").getInt("other")).isEqualTo(1);
  }

  @Test
  void takesReservedTargets() {
    JsonArray kept =
        read(
            "[{'type':'stop','next_id':'00000000-0000-0000-0000-000000000000'},"
                + "{'type':'goto','option':{'target_id':'00000000-0000-0000-0000-000000000001','loop_count':1}}]");

    assertThat(kept).hasSize(2);
  }
}
