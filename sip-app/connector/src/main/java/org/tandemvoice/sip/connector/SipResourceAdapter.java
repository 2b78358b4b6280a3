package org.tandemvoice.sip.connector;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.time.Clock;
import java.util.Timer;
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

  private final Clock clock = Clock.systemUTC();
  private LogGuards logGuards;
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
    logGuards = new LogGuards(clock);
    try {
      settings = SipSettings.from(ConfigProvider.getConfig());
      container = new MobicentsContainer(settings, clock);
      admission =
          new Admission(
              settings, clock, container::transactions, container::sessions, container::waiting);
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
            container,
            admission,
            new SelfProbe(settings.addresses().host(), settings.addresses().port(), clock));
    monitor.begin(timer, settings.probe(), logGuards::extend);
    LOG.log(
        System.Logger.Level.INFO,
        "SIP listens on {0} port {1,number,#} as {2}, WebSocket port {3,number,#}, {4}",
        settings.addresses().host().getHostAddress(),
        settings.addresses().port(),
        settings.addresses().publicAddress(),
        settings.addresses().wsPort(),
        settings.keystore().map(SipKeystore::toString).orElse("no TLS"));
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
    logGuards.silence();
    container.stop();
    ContainerThreads.end(getClass().getClassLoader());
    logGuards.remove();
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
