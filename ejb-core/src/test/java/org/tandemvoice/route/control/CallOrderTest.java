package org.tandemvoice.route.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;

class CallOrderTest {

  private static CallOrder read(String json) {
    return CallOrder.from(JsonFields.of(JsonText.object(json)));
  }

  @Test
  void readsTheCallOfTheTutorial() {
    CallOrder order =
        read(
            """
            {"source": {"type": "tel", "target": "+15551234567"},
             "destinations": [{"type": "extension", "target_name": "quickstart-phone"}],
             "actions": [{"type": "talk", "option": {"text": "hello"}}]}
            """);

    assertThat(order.source().target()).isEqualTo("+15551234567");
    assertThat(order.destinations().get(0).address().targetName()).isEqualTo("quickstart-phone");
    assertThat(order.actions()).hasSize(1);
    assertThat(order.flowId()).isEqualTo(OwnedResource.NIL);
    assertThat(order.dialTimeout()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void infersTheTypeOfAnAddressThatNamesNone() {
    CallOrder order =
        read(
            """
            {"destinations": [{"target": "+15551234567"}, {"target": "a@b"}, {"target": "1001"}]}
            """);

    assertThat(order.destinations())
        .extracting(destination -> destination.address().type())
        .containsExactly("tel", "sip", "extension");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                            | destinations",
        "{'destinations': []}                                          | destinations",
        "{'destinations': {}}                                          | destinations",
        "{'destinations': [1]}                                         | destinations[0]",
        "{'destinations': [{'type':'tel','target':'010-1234-5678'}]}   | destinations[0].target",
        "{'destinations': [{'type':'fax','target':'1'}]}               | destinations[0].type",
        "{'destinations': [{'type':'extension'}]}                      |"
            + " destinations[0].target_name",
        "{'destinations': [{'target':'1'}], 'dial_timeout': 5}         | dial_timeout",
        "{'destinations': [{'target':'1'}], 'dial_timeout': 'soon'}    | dial_timeout",
        "{'destinations': [{'target':'1'}], 'flow_id': 'x'}            | flow_id",
        "{'destinations': [{'target':'1'}], 'source': {'type':'tel','target':'5'}} | source.target",
        "{'destinations': [{'target':'1'}], 'actions': 'talk'}         | actions",
        "{'destinations': [{'target':'1'}], 'anonymous': 'maybe'}      | anonymous",
      })
  void namesTheFieldItRefuses(String json, String field) {
    String body = json.replace('\'', '"');

    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused ->
                assertThat(refused.violations())
                    .extracting(violation -> violation.field())
                    .containsExactly(field));
  }
}
