package org.tandemvoice.sip.connector.mobicents;

import jakarta.servlet.ServletException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sip.PeerUnavailableException;
import org.mobicents.ext.javax.sip.dns.DefaultDNSServerLocator;
import org.mobicents.servlet.sip.annotation.ConcurrencyControlMode;
import org.mobicents.servlet.sip.core.SipApplicationDispatcherImpl;
import org.mobicents.servlet.sip.startup.StaticServiceHolder;
import org.tandemvoice.sip.connector.Admission;
import org.tandemvoice.sip.connector.SipContainer;
import org.tandemvoice.sip.connector.SipDeliveries;
import org.tandemvoice.sip.connector.SipDescriptor;
import org.tandemvoice.sip.connector.SipGauges;
import org.tandemvoice.sip.connector.SipSettings;
import org.tandemvoice.sip.connector.SipStartException;
import org.tandemvoice.sip.container.SipChallenger;
import org.tandemvoice.sip.container.SipCondition;
import org.tandemvoice.sip.container.SipServices;
import org.tandemvoice.sip.container.SipTracer;

/**
 * Mobicents SIP Servlets in this resource adapter. There is one per class loader, as the container
 * finds its server by a static field.
 */
public final class MobicentsContainer implements SipContainer {

  private static final SipChallenger NO_CHALLENGE = arrival -> Optional.empty();

  private final SipSettings settings;
  private final Clock clock;
  private final SessionLocks locks = new SessionLocks();
  private final SessionCounter counter = new SessionCounter();
  private final ServiceView service;
  private final SipApplicationDispatcherImpl dispatcher;
  private final AtomicReference<SipApplicationContext> deployed = new AtomicReference<>();
  private final AtomicReference<SipChallenger> challenger = new AtomicReference<>(NO_CHALLENGE);
  private volatile WatchedStack stack;
  private volatile ApplicationServices services;

  /** With the settings to start with. */
  public MobicentsContainer(SipSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.service = new ServiceView(settings.threads());
    // The dispatcher's constructor looks for the service already.
    StaticServiceHolder.sipStandardService = service;
    this.dispatcher = new SipApplicationDispatcherImpl();
    service.setSipApplicationDispatcher(dispatcher);
  }

  /**
   * The order matters: the dispatcher silently drops what does not fit its state, and a listening
   * point added before its start would keep the stack from starting.
   */
  @Override
  public void start(Admission admission, Supplier<SipCondition> condition) {
    services =
        new ApplicationServices(
            settings, locks, this::application, condition, this::trace, challenger::set);
    System.setProperty(
        "javax.servlet.sip.ar.spi.SipApplicationRouterProvider",
        SingleApplicationRouterProvider.class.getName());
    configure();
    try {
      stack = new WatchedStack(StackProperties.of(settings, "tandem"), settings.threads(), clock);
    } catch (PeerUnavailableException e) {
      throw new SipStartException("The SIP stack cannot be created: " + e.getMessage(), e);
    }
    stack.sipMessageValves.add(new AdmissionValve(admission, stack));
    stack.sipMessageValves.add(new DialogValve(stack));
    stack.sipMessageValves.add(new ChallengeValve(challenger));
    dispatcher.setSipStack(stack);
    dispatcher.init();
    dispatcher.start();
    try {
      service.connectors(
          new ListeningPoints(settings, stack, dispatcher, new EventGate(dispatcher, locks))
              .open());
    } catch (SipStartException e) {
      stop();
      throw e;
    }
    dispatcher.putInService();
  }

  private void configure() {
    dispatcher.setSipService(service);
    dispatcher.setGatherStatistics(false);
    dispatcher.setBypassRequestExecutor(true);
    dispatcher.setBypassResponseExecutor(true);
    dispatcher.setConcurrencyControlMode(ConcurrencyControlMode.SipApplicationSession);
    dispatcher.getSipFactory().initialize("gov.nist", true);
    dispatcher.setDomain("tandem");
    dispatcher.setDNSServerLocator(new DefaultDNSServerLocator(Set.of()));
  }

  @Override
  public void deploy(SipDescriptor application, SipDeliveries deliveries) {
    SipApplicationContext context =
        new SipApplicationContext(application, deliveries, dispatcher, locks, counter);
    try {
      deployed.set(context);
      context.start();
    } catch (ServletException e) {
      deployed.set(null);
      context.stop();
      throw new SipStartException("A SIP servlet refused to start: " + e.getMessage(), e);
    }
    dispatcher.addSipApplication(application.name(), context);
  }

  @Override
  public void undeploy() {
    challenger.set(NO_CHALLENGE);
    SipApplicationContext context = deployed.getAndSet(null);
    if (context != null) {
      dispatcher.removeSipApplication(context.getApplicationName());
      context.stop();
    }
  }

  private void trace(SipTracer tracer) {
    ((MessageLog) stack.getServerLogger()).show(tracer, clock);
  }

  private SipApplicationContext application() {
    SipApplicationContext context = deployed.get();
    if (context == null) {
      throw new IllegalStateException("no SIP application is deployed");
    }
    return context;
  }

  @Override
  public SipServices services() {
    return services;
  }

  @Override
  public SipGauges gauges() {
    WatchedStack running = stack;
    if (running == null) {
      return SipGauges.NONE;
    }
    SipApplicationContext context = deployed.get();
    return new SipGauges(
        sessions(),
        context == null ? 0 : context.getSipManager().getActiveSipApplicationSessions(),
        running.foreignServerTransactions(),
        running.getClientTransactionTableSize(),
        running.getDialogs().size(),
        counter.created(),
        counter.destroyed());
  }

  @Override
  public long packetsDropped() {
    WatchedStack running = stack;
    return running == null ? 0 : running.packetsDropped();
  }

  @Override
  public int transactions() {
    WatchedStack running = stack;
    return running == null ? 0 : running.getServerTransactionTableSize();
  }

  @Override
  public int waiting() {
    WatchedStack running = stack;
    return running == null ? 0 : running.waiting();
  }

  @Override
  public int sessions() {
    SipApplicationContext context = deployed.get();
    return context == null ? 0 : context.getSipManager().getActiveSipSessions();
  }

  @Override
  public boolean awaitIdle(Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (stack != null && !stack.idle()) {
      if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    return true;
  }

  @Override
  public void stop() {
    undeploy();
    dispatcher.stop();
    stack = null;
    StaticServiceHolder.sipStandardService = null;
  }
}
