package org.tandemvoice.flow.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.call.entity.CallDirection;

/** What the conditions of a flow compare, and where it goes on. */
class ConditionActionsTest {

  private static final String SET = "{'type':'variable_set','option':{'key':'x','value':'yes'}},";
  private static final String END = "{'id':'end','type':'stop'}";

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "==,  string, abc, 'value_string':'abc', true",
    "!=,  string, abc, 'value_string':'abc', false",
    ">,   number, 10,  'value_number':9,     true",
    ">,   number, 9,   'value_number':10,    false",
    "==,  number, 1.0, 'value_number':1,     true",
    "<,   number, abc, 'value_number':1,     false",
    ">=,  length, abc, 'value_length':3,     true",
    "<=,  length, abc, 'value_length':2,     false",
  })
  void comparesAVariable(String sign, String type, String value, String wanted, boolean holds) {
    String option =
        "{'condition':'%s','variable':'v','value_type':'%s',%s,'false_target_id':'end'}"
            .formatted(sign, type, wanted.replace("''", "'"));

    FlowRun run =
        FlowRun.answered(
            "[{'type':'condition_variable','option':" + option + "}," + SET + END + "]",
            Map.of("v", value));

    assertThat(run.activeflow.error()).isEmpty();
    assertThat(run.variable("x").equals("yes")).isEqualTo(holds);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        // It is Saturday, 21 February 2026, 10:30.
        "{'condition':'>=','hour':9}            | true",
        "{'condition':'<','hour':9}             | false",
        "{'hour':10,'minute':30}                | true",
        "{'hour':10,'minute':31}                | false",
        "{'day':21,'month':2,'hour':-1}         | true",
        "{'weekdays':[6]}                       | true",
        "{'weekdays':[0,1,2,3,4,5]}             | false",
      })
  void comparesTheTime(String option, boolean holds) {
    String whole = option.replace("}", ",'false_target_id':'end'}");

    FlowRun run =
        FlowRun.answered(
            "[{'type':'condition_datetime','option':" + whole + "}," + SET + END + "]");

    assertThat(run.activeflow.error()).isEmpty();
    assertThat(run.variable("x").equals("yes")).isEqualTo(holds);
  }

  @Test
  void asksForTheStatusOfTheCall() {
    String actions =
        "[{'type':'condition_call_status','option':{'status':'progressing','false_target_id':'end'}},"
            + SET
            + END
            + "]";

    assertThat(FlowRun.answered(actions).variable("x")).isEqualTo("yes");
    assertThat(FlowRun.unanswered(actions, CallDirection.OUTGOING).variable("x")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'condition_call_digits','option':{'key':'9'}}",
        "{'type':'condition_call_status','option':{'status':'ringing'}}",
        "{'type':'condition_datetime','option':{'hour':11}}",
        "{'type':'condition_variable','option':{'variable':'v','value_string':'other'}}"
      })
  void goesOnWhenAConditionIsFalseAndNamesNoTarget(String condition) {
    FlowRun run = FlowRun.answered("[" + condition + "," + SET + END + "]");

    assertThat(run.activeflow.error()).isEmpty();
    assertThat(run.variable("x")).isEqualTo("yes");
  }

  @Test
  void asksForTheDigitsReceived() {
    FlowRun run =
        FlowRun.answered(
            "[{'type':'digits_receive','option':{'key':'#'}},"
                + "{'type':'condition_call_digits','option':{'key':'#','false_target_id':'end'}},"
                + SET
                + END
                + "]");

    run.press("1#");

    assertThat(run.variable("x")).isEqualTo("yes");
  }
}
