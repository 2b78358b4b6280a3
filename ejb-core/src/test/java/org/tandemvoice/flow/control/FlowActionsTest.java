package org.tandemvoice.flow.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.action.Answer;
import org.tandemvoice.flow.control.action.Connect;
import org.tandemvoice.flow.control.action.Hangup;
import org.tandemvoice.flow.control.action.Play;
import org.tandemvoice.flow.control.action.Sleep;
import org.tandemvoice.flow.control.action.Talk;

/** The contract of the registry: unique types, a good and a bad example of each. */
class FlowActionsTest {

  private static final List<FlowAction> ALL =
      List.of(new Answer(), new Connect(), new Hangup(), new Play(), new Sleep(), new Talk());

  private final FlowActions actions = new FlowActions(ALL);

  private void check(String json) {
    actions.check(JsonText.array(json.replace('\'', '"')), "actions");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'type':'answer'}]",
        "[{'type':'hangup'}]",
        "[{'type':'talk','option':{'text':'hello','language':'en-US'}}]",
        "[{'type':'play','option':{'stream_urls':['https://example.com/a.wav']}}]",
        "[{'type':'sleep','option':{'duration':1000}}]",
        "[{'type':'connect','option':{'destinations':[{'type':'extension','target':'1'}]}}]",
      })
  void acceptsAGoodExample(String json) {
    assertThatCode(() -> check(json)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[{}]                                                        | actions[0].type",
        "[1]                                                         | actions[0]",
        "[{'type':'answer'},{'type':'dance'}]                        | actions[1].type",
        "[{'type':'talk','option':[]}]                               | actions[0].option",
        "[{'type':'talk'}]                                           | actions[0].option.text",
        "[{'type':'talk','option':{'text':7}}]                       | actions[0].option.text",
        "[{'type':'play','option':{}}]                               | actions[0].option.stream_urls",
        "[{'type':'play','option':{'stream_urls':['ftp://a/b.wav']}}] | actions[0].option.stream_urls[0]",
        "[{'type':'sleep'}]                                          | actions[0].option.duration",
        "[{'type':'sleep','option':{'duration':-1}}]                 | actions[0].option.duration",
        "[{'type':'connect'}]                                        | actions[0].option.destinations",
        "[{'type':'connect','option':{'destinations':[{}]}}]         | actions[0].option.destinations[0].type",
      })
  void namesTheFieldOfABadExample(String json, String field) {
    assertThatThrownBy(() -> check(json))
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused ->
                assertThat(refused.violations())
                    .extracting(violation -> violation.field())
                    .containsExactly(field));
  }

  @Test
  void refusesTwoActionsOfOneName() {
    assertThatThrownBy(() -> new FlowActions(List.of(new Talk(), new Talk())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("talk");
  }

  @Test
  void namesEveryActionOnce() {
    assertThat(ALL).extracting(FlowAction::type).doesNotHaveDuplicates();
  }
}
