package org.tandemvoice.media.connector;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.tandemvoice.media.MediaEvent;
import org.tandemvoice.media.MediaEventListener;
import org.tandemvoice.media.engine.pace.NanoClock;

/**
 * Brings one event to the message-driven bean, again if the bean is not ready yet or its
 * transaction failed.
 */
final class EventDelivery {

  private static final Logger LOG = System.getLogger(EventDelivery.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MAX_FAILURES = 3;
  private static final Method LISTENER_METHOD = listenerMethod();

  private final MessageEndpointFactory factory;
  private final NanoClock clock;
  private volatile boolean leaving;
  private volatile boolean ended;

  EventDelivery(MessageEndpointFactory factory, NanoClock clock) {
    this.factory = factory;
    this.clock = clock;
  }

  /** Nothing is tried any more. */
  void end() {
    ended = true;
  }

  /**
   * The bean is deactivated. The first time the server is being suspended and the bean still works,
   * so that the calls it ends can hear of their media; the second time the bean is going.
   */
  void leave() {
    ended = leaving;
    leaving = true;
  }

  boolean serves(MessageEndpointFactory other) {
    return factory == other;
  }

  /** Tries until the bean has taken the event, or it is plain that it will not. */
  void deliver(MediaEvent event) {
    long deadline = clock.nanos() + PATIENCE.toNanos();
    int failures = 0;
    long pauseNanos = 10_000_000L;
    while (!ended) {
      try {
        send(event);
        return;
      } catch (ResourceException e) {
        // The bean is still being deployed, or all its instances are busy.
        failures = clock.nanos() > deadline ? MAX_FAILURES : failures;
        giveUpAfter(failures, event, e);
      } catch (RuntimeException e) {
        failures++;
        giveUpAfter(failures, event, e);
      }
      if (failures >= MAX_FAILURES) {
        return;
      }
      LockSupport.parkNanos(pauseNanos);
      pauseNanos = Math.min(500_000_000L, pauseNanos * 2);
    }
  }

  private void giveUpAfter(int failures, MediaEvent event, Exception cause) {
    if (failures >= MAX_FAILURES) {
      LOG.log(
          leaving ? Level.DEBUG : Level.ERROR,
          "The media event " + event + " could not be delivered",
          cause);
    }
  }

  private void send(MediaEvent event) throws ResourceException {
    MessageEndpoint endpoint = factory.createEndpoint(null);
    try {
      endpoint.beforeDelivery(LISTENER_METHOD);
      try {
        ((MediaEventListener) endpoint).onMediaEvent(event);
      } finally {
        endpoint.afterDelivery();
      }
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("The bean does not implement MediaEventListener", e);
    } finally {
      endpoint.release();
    }
  }

  private static Method listenerMethod() {
    try {
      return MediaEventListener.class.getMethod("onMediaEvent", MediaEvent.class);
    } catch (NoSuchMethodException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
