package org.tandemvoice.call.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.call.entity.CallId;

class CallLanesTest {

  private final ExecutorService executor = Executors.newFixedThreadPool(8);
  private final CallLanes lanes = new CallLanes(executor);
  private final CallId lane = new CallId(UUID.randomUUID());
  private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  private void awaitEverything() throws InterruptedException {
    CountDownLatch last = new CountDownLatch(1);
    lanes.run(lane, last::countDown);
    assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void keepTheOrderOfOneCall() throws InterruptedException {
    List<Integer> given = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      int number = i;
      given.add(number);
      lanes.run(lane, () -> done.add(number));
    }

    awaitEverything();

    assertThat(done).isEqualTo(given);
  }

  @Test
  void keepTheOrderOfReservationWhoeverHandsInFirst() throws InterruptedException {
    CallLanes.Place first = lanes.reserve(lane);
    CallLanes.Place second = lanes.reserve(lane);
    second.take(() -> done.add(2));
    first.take(() -> done.add(1));

    awaitEverything();

    assertThat(done).containsExactly(1, 2);
  }

  @Test
  void goOnAfterWorkThatThrows() throws InterruptedException {
    lanes.run(
        lane,
        () -> {
          throw new IllegalStateException("broken");
        });
    lanes.run(lane, () -> done.add(1));

    awaitEverything();

    assertThat(done).containsExactly(1);
  }

  @Test
  void doNotWaitForOneAnother() throws InterruptedException {
    lanes.reserve(new CallId(UUID.randomUUID()));
    lanes.run(lane, () -> done.add(1));

    awaitEverything();

    assertThat(done).containsExactly(1);
  }
}
