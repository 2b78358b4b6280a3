package org.tandemvoice.campaign.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemvoice.call.entity.HangupReason;

class CampaigncallResultTest {

  @Test
  void isASuccessWhenSomebodyHasHeardIt() {
    CampaigncallResult heard = CampaigncallResult.of(HangupReason.NORMAL, true);

    assertThat(heard.isSuccess()).isTrue();
    assertThat(heard.isReached()).isTrue();
    assertThat(heard.text()).isEqualTo("success");
  }

  @Test
  void isAFailureThatMayBeTriedAgainWhenAMachineWasHungUpOn() {
    CampaigncallResult machine = CampaigncallResult.of(HangupReason.AMD, true);

    assertThat(machine.isSuccess()).isFalse();
    assertThat(machine.isReached()).isFalse();
    assertThat(machine.reason()).isEqualTo("amd");
  }

  @ParameterizedTest
  @EnumSource(HangupReason.class)
  void isAFailureThatMayBeTriedAgainWhenNobodyAnswered(HangupReason reason) {
    CampaigncallResult unanswered = CampaigncallResult.of(reason, false);

    assertThat(unanswered.isSuccess()).isFalse();
    assertThat(unanswered.isReached()).isFalse();
  }

  @Test
  void doesNotCallSomebodyAgainWhoseCallBroke() {
    CampaigncallResult broken = CampaigncallResult.of(HangupReason.FAILED, true);

    assertThat(broken.isSuccess()).isFalse();
    assertThat(broken.isReached()).isTrue();
  }
}
