package org.tandemvoice.media.connector;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.TransactionSupport;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javax.transaction.xa.XAResource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tandemvoice.media.MediaSessionFactory;
import org.tandemvoice.media.engine.pace.NanoClock;
import org.tandemvoice.media.engine.prompt.LimitedExecutor;
import org.tandemvoice.media.engine.session.EngineRuntime;
import org.tandemvoice.media.engine.session.EngineSettings;
import org.tandemvoice.media.engine.session.MediaEngine;

/**
 * The media engine as a JCA resource adapter: lives from start to stop. Its loops have threads of
 * their own, its tasks those of the work manager.
 */
@Connector(
    displayName = "Tandem media",
    vendorName = "Tandem",
    eisType = "Media",
    version = "1.0",
    transactionSupport = TransactionSupport.TransactionSupportLevel.NoTransaction)
public class MediaResourceAdapter implements ResourceAdapter {

  private static final Logger LOG = System.getLogger(MediaResourceAdapter.class.getName());
  private static final int WORKERS = 16;
  private static final int MAX_WAITING_PROMPTS = 2_000;
  private static final int DELIVERIES = 8;
  private static final XAResource[] NO_XA = {};

  private final transient LoopThreads loops = new LoopThreads();
  private transient volatile MediaEngine engine;
  private transient EventQueue events;
  private transient JmxMonitor monitor;

  @Override
  public void start(BootstrapContext context) throws ResourceAdapterInternalException {
    EngineSettings settings = settings();
    WorkManager works = context.getWorkManager();
    // The server's pool holds about a hundred works; whoever fills it blocks everybody.
    Executor threads = task -> startTask(works, task);
    EventQueue queue = new EventQueue(new LimitedExecutor(threads, DELIVERIES, Integer.MAX_VALUE));
    EngineRuntime runtime =
        new EngineRuntime(
            loops,
            new LimitedExecutor(threads, WORKERS, MAX_WAITING_PROMPTS),
            SystemClock.utc(),
            NanoClock.system());
    loops.execute(queue);
    int wheels = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    engine = new MediaEngine(settings, runtime, wheels, queue::offer);
    events = queue;
    monitor = new JmxMonitor(engine);
    monitor.register();
    LOG.log(
        Level.INFO,
        "Media engine ready: RTP ports {0}-{1} on {2}, {3} in SDP",
        Integer.toString(settings.minPort()),
        Integer.toString(settings.maxPort()),
        settings.bindAddress().getHostAddress(),
        settings.publicAddress().getHostAddress());
  }

  @Override
  public void stop() {
    if (engine != null) {
      monitor.unregister();
      engine.stop();
      events.stop();
      loops.join();
    }
  }

  @Override
  public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec)
      throws ResourceException {
    events.deliverTo(new EventDelivery(factory, NanoClock.system()));
  }

  @Override
  public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
    events.delivery().filter(d -> d.serves(factory)).ifPresent(EventDelivery::leave);
  }

  @Override
  public XAResource[] getXAResources(ActivationSpec[] specs) {
    return NO_XA;
  }

  /** The running engine; empty before start and after stop. */
  Optional<MediaSessionFactory> engine() {
    return Optional.ofNullable(engine);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  private static EngineSettings settings() throws ResourceAdapterInternalException {
    Config config = ConfigProvider.getConfig();
    try {
      return new MediaKeys(key -> config.getOptionalValue(key, String.class)).settings();
    } catch (IllegalArgumentException e) {
      throw new ResourceAdapterInternalException("Media configuration: " + e.getMessage(), e);
    }
  }

  private static void startTask(WorkManager works, Runnable task) {
    try {
      works.scheduleWork(new ShortWork(task));
    } catch (WorkException e) {
      throw new RejectedExecutionException("The work manager takes no work", e);
    }
  }
}
