package org.tandemvoice.media.connector;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.media.MediaEvent;
import org.tandemvoice.media.MediaEventListener;
import org.tandemvoice.media.engine.pace.NanoClock;
import org.tandemvoice.media.engine.prompt.LimitedExecutor;

class EventQueueTest {

  private final List<MediaEvent> heard = Collections.synchronizedList(new ArrayList<>());
  private final Beans beans = new Beans();
  private final EventDelivery delivery = new EventDelivery(beans, NanoClock.system());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private EventQueue queue;

  @BeforeEach
  void start() {
    queue = new EventQueue(new LimitedExecutor(threads, 8, Integer.MAX_VALUE));
    threads.execute(queue);
    queue.deliverTo(delivery);
  }

  @AfterEach
  void stop() {
    queue.stop();
    threads.shutdown();
  }

  @Test
  void keepsTheOrderOfEachSession() {
    List<UUID> sessions = IntStream.range(0, 20).mapToObj(i -> UUID.randomUUID()).toList();
    for (int n = 0; n < 200; n++) {
      for (UUID session : sessions) {
        queue.offer(digit(session, n));
      }
    }

    assertThat(await(() -> heard.size() == 4_000)).isTrue();
    for (UUID session : sessions) {
      assertThat(
              heard.stream().filter(e -> e.sessionId().equals(session)).map(EventQueueTest::number))
          .containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
    }
  }

  @Test
  void aSlowSessionHoldsUpNoOther() {
    UUID slow = UUID.randomUUID();
    beans.stuckOn = slow;
    queue.offer(digit(slow, 1));
    UUID other = UUID.randomUUID();

    queue.offer(digit(other, 2));

    assertThat(await(() -> heard.contains(digit(other, 2)))).isTrue();
    assertThat(heard).doesNotContain(digit(slow, 1));
    beans.stuckOn = null;
    assertThat(await(() -> heard.contains(digit(slow, 1)))).isTrue();
  }

  @Test
  void waitsForABeanThatIsNotReadyYet() {
    beans.unavailable.set(5);
    UUID session = UUID.randomUUID();

    queue.offer(digit(session, 1));
    queue.offer(digit(session, 2));

    assertThat(await(() -> heard.size() == 2)).isTrue();
    assertThat(heard).containsExactly(digit(session, 1), digit(session, 2));
  }

  @Test
  void triesAgainWhenTheBeanFailsAndThenGoesOn() {
    UUID session = UUID.randomUUID();
    beans.failing.set(2);
    queue.offer(digit(session, 1));
    assertThat(await(() -> heard.size() == 1)).isTrue();

    beans.failing.set(3);
    queue.offer(digit(session, 2));
    queue.offer(digit(session, 3));

    assertThat(await(() -> heard.size() == 2)).isTrue();
    assertThat(heard).containsExactly(digit(session, 1), digit(session, 3));
    assertThat(beans.open.get()).isZero();
  }

  @Test
  void deliversOnThroughTheFirstDeactivationAndNotAfterTheSecond() {
    UUID session = UUID.randomUUID();
    delivery.leave();
    delivery.deliver(digit(session, 1));
    delivery.leave();
    delivery.deliver(digit(session, 2));

    assertThat(heard).containsExactly(digit(session, 1));
  }

  private static MediaEvent digit(UUID session, int number) {
    return new MediaEvent.DigitReceived(session, '1', number);
  }

  private static int number(MediaEvent event) {
    return ((MediaEvent.DigitReceived) event).durationMs();
  }

  private static boolean await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return true;
  }

  private final class Beans implements MessageEndpointFactory {
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicInteger failing = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private volatile UUID stuckOn;

    @Override
    public MessageEndpoint createEndpoint(XAResource resource) throws UnavailableException {
      if (unavailable.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        throw new UnavailableException("not yet");
      }
      open.incrementAndGet();
      return new Bean();
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource, long timeout)
        throws UnavailableException {
      return createEndpoint(resource);
    }

    @Override
    public boolean isDeliveryTransacted(Method method) {
      return false;
    }

    @Override
    public String getActivationName() {
      return "beans";
    }

    @Override
    public Class<?> getEndpointClass() {
      return Bean.class;
    }
  }

  private final class Bean implements MessageEndpoint, MediaEventListener {

    @Override
    public void onMediaEvent(MediaEvent event) {
      if (beans.failing.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        throw new IllegalStateException("meant to fail");
      }
      while (event.sessionId().equals(beans.stuckOn)) {
        LockSupport.parkNanos(1_000_000);
      }
      heard.add(event);
    }

    @Override
    public void beforeDelivery(Method method) {
      assertThat(method.getName()).isEqualTo("onMediaEvent");
    }

    @Override
    public void afterDelivery() {
      assertThat(beans.open.get()).isPositive();
    }

    @Override
    public void release() {
      beans.open.decrementAndGet();
    }
  }
}
