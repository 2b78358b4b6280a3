package org.tandemvoice.sip.connector;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tandemvoice.sip.container.SipServices;

/**
 * The application from the activation of its MDB to the last deactivation: deployed once, served,
 * drained, and served again if the server is resumed.
 */
final class SipActivation {

  private static final System.Logger LOG = System.getLogger("org.tandemvoice.sip.connector");
  private static final Method STARTED = EndpointDeliveries.method("started", SipServices.class);
  private static final Method DRAIN = EndpointDeliveries.method("drain", Duration.class);
  private static final long RETRY_MS = 50;

  private final SipContainer container;
  private final Admission admission;
  private final SipSettings settings;
  private final WorkManager workManager;
  private final SipActivationSpec spec;
  private EndpointDeliveries deliveries;
  private TimerTask attempt;
  private volatile boolean serving;

  SipActivation(
      SipContainer container,
      Admission admission,
      SipSettings settings,
      WorkManager workManager,
      SipActivationSpec spec) {
    this.container = container;
    this.admission = admission;
    this.settings = settings;
    this.workManager = workManager;
    this.spec = spec;
  }

  /** Whether the application receives requests. */
  boolean serving() {
    return serving;
  }

  /** Deploys as soon as the MDB can be called; until then it is tried again and again. */
  synchronized void begin(MessageEndpointFactory factory, Timer timer) {
    attempt =
        new TimerTask() {
          @Override
          public void run() {
            attempt(factory);
          }
        };
    timer.schedule(attempt, 0, RETRY_MS);
  }

  private synchronized void attempt(MessageEndpointFactory factory) {
    if (attempt == null) {
      return;
    }
    try {
      serve(factory);
      endAttempts();
      LOG.log(System.Logger.Level.INFO, "The SIP application is served");
    } catch (UnavailableException e) {
      LOG.log(System.Logger.Level.TRACE, "the MDB is not up yet");
    } catch (ResourceException | ClassNotFoundException | RuntimeException e) {
      // The outermost point of a timer's task: a failure must not end the timer.
      endAttempts();
      LOG.log(System.Logger.Level.ERROR, "The SIP application cannot be deployed", e);
    }
  }

  private void endAttempts() {
    attempt.cancel();
    attempt = null;
  }

  private void serve(MessageEndpointFactory factory)
      throws ResourceException, ClassNotFoundException {
    EndpointDeliveries reached = deliveries == null ? new EndpointDeliveries(factory) : deliveries;
    reached.use(factory);
    reached.onEndpoint(STARTED, application -> application.started(container.services()));
    if (deliveries == null) {
      deliveries = reached;
      container.deploy(spec.describe(factory.getEndpointClass().getClassLoader()), deliveries);
    }
    admission.drain(false);
    admission.open(true);
    serving = true;
  }

  /**
   * Refuses new calls, lets the application end the running ones, and waits for them; no longer
   * than configured. Called by the server while everything still works.
   */
  synchronized void drain() {
    admission.drain(true);
    serving = false;
    long deadline = System.nanoTime() + settings.drain().toNanos();
    Drain work = new Drain(deliveries);
    try {
      workManager.scheduleWork(work);
      work.done.await(left(deadline).toNanos(), TimeUnit.NANOSECONDS);
    } catch (WorkException e) {
      LOG.log(System.Logger.Level.WARNING, "The application could not be told to drain", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    boolean idle = work.delivered && container.awaitIdle(left(deadline));
    LOG.log(
        System.Logger.Level.INFO,
        idle ? "SIP is drained" : "SIP is not drained in time: {0}",
        container.gauges());
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  /** Undeploys. */
  synchronized void end() {
    serving = false;
    admission.open(false);
    if (attempt != null) {
      endAttempts();
    }
    container.undeploy();
  }

  private final class Drain implements Work {

    private final CountDownLatch done = new CountDownLatch(1);
    private final EndpointDeliveries deliveries;
    private volatile boolean delivered = true;

    Drain(EndpointDeliveries deliveries) {
      this.deliveries = deliveries;
    }

    @Override
    public void run() {
      try {
        deliveries.onEndpoint(DRAIN, application -> application.drain(settings.drain()));
      } catch (ResourceException | RuntimeException e) {
        // The outermost point of this thread. Undeploying ends the MDB before this adapter hears.
        delivered = false;
        admission.open(false);
        LOG.log(System.Logger.Level.INFO, "The SIP application is gone without drain: " + e);
      } finally {
        done.countDown();
      }
    }

    @Override
    public void release() {}
  }
}
