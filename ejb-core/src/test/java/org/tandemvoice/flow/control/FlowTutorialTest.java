package org.tandemvoice.flow.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.call.entity.ReleaseCause;

/** The branch tutorial of the seeds (001), its texts shortened. */
class FlowTutorialTest {

  private static final String MENU =
      """
      [{'id':'menu','type':'talk','option':{'text':'Press 1, 2 or 3','language':'en-US'}},
       {'id':'receive','type':'digits_receive','option':{'duration':5000,'length':1}},
       {'id':'branch','type':'branch','option':{'default_target_id':'default',
         'target_ids':{'1':'one','2':'two','3':'three'}}},
       {'id':'one','type':'talk','option':{'text':'1'}},{'type':'hangup'},
       {'id':'two','type':'talk','option':{'text':'2'}},{'type':'hangup'},
       {'id':'three','type':'talk','option':{'text':'3'}},{'type':'hangup'},
       {'id':'default','type':'talk','option':{'text':'Default selected'}},
       {'id':'again','type':'goto','option':{'target_id':'menu','loop_count':2}},
       {'id':'over','type':'talk','option':{'text':'Loop over'}},
       {'type':'hangup'}]
      """;

  private static String path(String digit) {
    return switch (digit) {
      case "1" -> "one";
      case "2" -> "two";
      default -> "three";
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3"})
  void takesThePathOfTheDigit(String digit) {
    FlowRun run = FlowRun.answered(MENU);

    run.promptEnds();
    run.press(digit);
    assertThat(run.at()).isEqualTo(path(digit));

    run.promptEnds();
    assertThat(run.activeflow.isRunning()).isFalse();
    assertThat(run.surroundings.released).contains(ReleaseCause.NORMAL);
  }

  @Test
  void takesTheDigitThatWasPressedDuringTheTalk() {
    FlowRun run = FlowRun.answered(MENU);

    run.press("2");
    assertThat(run.at()).isEqualTo("menu");
    run.promptEnds();

    assertThat(run.at()).isEqualTo("two");
    assertThat(run.activeflow.digits()).isEmpty();
  }

  @Test
  void asksThreeTimesAndGivesUp() {
    FlowRun run = FlowRun.answered(MENU);

    for (int round = 0; round < 3; round++) {
      assertThat(run.at()).isEqualTo("menu");
      run.promptEnds();
      assertThat(run.at()).isEqualTo("receive");
      run.timePasses();
      assertThat(run.at()).isEqualTo("default");
      run.promptEnds();
    }

    assertThat(run.at()).isEqualTo("over");
    run.promptEnds();
    assertThat(run.activeflow.isRunning()).isFalse();
  }

  @Test
  void asksAgainAfterAWrongDigit() {
    FlowRun run = FlowRun.answered(MENU);

    run.promptEnds();
    run.press("9");
    assertThat(run.at()).isEqualTo("default");
    run.promptEnds();
    run.promptEnds();
    run.press("1");

    assertThat(run.at()).isEqualTo("one");
  }
}
