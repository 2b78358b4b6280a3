package org.tandemvoice.sip.connector;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.time.Clock;
import java.util.Timer;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.transaction.xa.XAResource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tandemvoice.sip.connector.mobicents.MobicentsContainer;
import org.tandemvoice.sip.container.SipCondition;

/**
 * Runs a SIP servlet container as a resource adapter: started with it, and given the one
 * application that an MDB is. The first deactivation of the MDB is the stop or suspend of the
 * server, with everything still alive: calls are drained then. The second one, or the stop of the
 * adapter, undeploys.
 */
public class SipResourceAdapter implements ResourceAdapter {

  private static final System.Logger LOG = System.getLogger("org.tandemvoice.sip.connector");

  /** Loggers that write at an outsider's demand. Kept here, as a logger nobody keeps is lost. */
  private static final String[] GUARDED = {
    "org.tandemvoice.sip.stack",
    "org.mobicents.servlet.sip.core.SipApplicationDispatcherImpl",
    "org.mobicents.servlet.sip.core.dispatchers.MessageDispatcher",
    "org.mobicents.servlet.sip.core.dispatchers.DispatchTask",
    "org.mobicents.servlet.sip.core.dispatchers.InitialRequestDispatcher",
    "org.mobicents.servlet.sip.core.dispatchers.SubsequentRequestDispatcher",
    "org.mobicents.servlet.sip.core.dispatchers.CancelRequestDispatcher",
    "org.mobicents.servlet.sip.core.dispatchers.ResponseDispatcher",
    "org.mobicents.servlet.sip.core.dispatchers.RequestDispatcher",
    "org.mobicents.servlet.sip.core.session.SipSessionImpl",
    "org.mobicents.servlet.sip.core.session.SipApplicationSessionImpl",
    "org.mobicents.servlet.sip.message.SipServletMessageImpl",
    "org.mobicents.servlet.sip.message.SipServletRequestImpl",
    "org.mobicents.servlet.sip.message.SipServletResponseImpl",
    "org.mobicents.servlet.sip.message.B2buaHelperImpl",
    "org.mobicents.servlet.sip.message.SipFactoryImpl",
    "org.mobicents.servlet.sip.JainSipUtils",
    "org.mobicents"
  };

  private final Clock clock = Clock.systemUTC();
  private final AtomicReference<Logger[]> guarded = new AtomicReference<>(new Logger[0]);
  private SipContainer container;
  private SipSettings settings;
  private Admission admission;
  private BootstrapContext bootstrap;
  private Timer timer;
  private SipMonitor monitor;
  private SipActivation activation;

  @Override
  public synchronized void start(BootstrapContext context) throws ResourceAdapterInternalException {
    bootstrap = context;
    guardLoggers();
    try {
      settings = SipSettings.from(ConfigProvider.getConfig());
      container = new MobicentsContainer(settings);
      admission =
          new Admission(
              settings,
              clock,
              () -> container.gauges().serverTransactions(),
              () -> container.gauges().sipSessions());
      container.start(admission, this::condition);
      timer = context.createTimer();
    } catch (IllegalArgumentException | SipStartException e) {
      throw new ResourceAdapterInternalException(e.getMessage(), e);
    } catch (jakarta.resource.spi.UnavailableException e) {
      container.stop();
      throw new ResourceAdapterInternalException("the server gives no timer", e);
    }
    monitor =
        new SipMonitor(
            container, admission, new SelfProbe(settings.host(), settings.port(), clock));
    monitor.begin(timer, settings.probe());
    LOG.log(
        System.Logger.Level.INFO,
        "SIP listens on {0} port {1,number,#} as {2}, WebSocket port {3,number,#}, {4}",
        settings.host().getHostAddress(),
        settings.port(),
        settings.publicAddress(),
        settings.wsPort(),
        settings.keystore().map(SipKeystore::toString).orElse("no TLS"));
  }

  private void guardLoggers() {
    Logger[] loggers = new Logger[GUARDED.length];
    for (int i = 0; i < GUARDED.length; i++) {
      loggers[i] = Logger.getLogger(GUARDED[i]);
      FloodGuard.guard(loggers[i], clock);
    }
    guarded.set(loggers);
  }

  private SipCondition condition() {
    SipActivation now = activation;
    return new SipCondition(
        now != null && now.serving(),
        admission.draining(),
        monitor != null && monitor.probeAnswered(),
        admission.congested());
  }

  @Override
  public synchronized void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec)
      throws ResourceException {
    if (activation == null) {
      activation =
          new SipActivation(
              container, admission, settings, bootstrap.getWorkManager(), (SipActivationSpec) spec);
    }
    activation.begin(factory, timer);
  }

  @Override
  public synchronized void endpointDeactivation(
      MessageEndpointFactory factory, ActivationSpec spec) {
    if (activation == null) {
      return;
    }
    if (activation.serving()) {
      activation.drain();
    } else {
      activation.end();
      activation = null;
    }
  }

  @Override
  public synchronized void stop() {
    if (activation != null) {
      activation.end();
      activation = null;
    }
    monitor.end();
    timer.cancel();
    Logger[] loggers = guarded.getAndSet(new Logger[0]);
    for (Logger logger : loggers) {
      logger.setFilter(any -> false);
    }
    container.stop();
    ContainerThreads.end(getClass().getClassLoader());
    for (Logger logger : loggers) {
      logger.setFilter(null);
    }
  }

  @Override
  public XAResource[] getXAResources(ActivationSpec[] specs) {
    return new XAResource[0];
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
