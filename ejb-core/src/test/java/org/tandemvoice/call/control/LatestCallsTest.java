package org.tandemvoice.call.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandemvoice.call.entity.CallId;

class LatestCallsTest {

  private final LatestCalls<String> calls = new LatestCalls<>();

  @Test
  void knowsWhatWasNotedLast() {
    calls.note(call(1), "first");
    calls.note(call(1), "second");

    assertThat(calls.find(call(1))).contains("second");
    assertThat(calls.find(call(2))).isEmpty();
  }

  @Test
  void forgetsTheOldestOnly() {
    for (int i = 0; i <= LatestCalls.REMEMBERED; i++) {
      calls.note(call(i), "noted");
    }

    assertThat(calls.find(call(0))).isEmpty();
    assertThat(calls.find(call(1))).contains("noted");
    assertThat(calls.find(call(LatestCalls.REMEMBERED))).contains("noted");
  }

  private static CallId call(int number) {
    return new CallId(new UUID(0, number));
  }
}
