package org.tandemvoice.sip.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tandemvoice.call.entity.ReleaseCause;

class FinalResponseTest {

  private static FinalResponse best(Integer... statuses) {
    List<FinalResponse> responses =
        Stream.of(statuses).map(status -> new FinalResponse(status, false)).toList();
    return FinalResponse.best(responses);
  }

  @Test
  void globalRefusalGoesFirst() {
    assertThat(best(302, 486, 603, 500).status()).isEqualTo(603);
  }

  @Test
  void lowestClassGoesBeforeHigherOnes() {
    assertThat(best(503, 404, 500).status()).isEqualTo(404);
    assertThat(best(500, 302, 404).status()).isEqualTo(302);
  }

  @Test
  void busyTellsMoreThanAbsentOrUnknown() {
    assertThat(best(404, 480, 486, 408).cause()).isEqualTo(ReleaseCause.BUSY);
  }

  @Test
  void placeThatRangTellsMoreThanOneThatWasNotThere() {
    FinalResponse best =
        FinalResponse.best(List.of(new FinalResponse(404, false), new FinalResponse(408, true)));

    assertThat(best.cause()).isEqualTo(ReleaseCause.NO_ANSWER);
  }
}
