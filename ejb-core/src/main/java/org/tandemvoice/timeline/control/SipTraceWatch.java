package org.tandemvoice.timeline.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.timeline.entity.TraceEntry;

/**
 * Stores what is noted of all calls together every two seconds: no call waits for it, and a crash
 * costs two seconds of notes, never a state or an event. Has the media of calls measured.
 */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@ManagedScheduledExecutorDefinition(name = "java:app/concurrent/SipTraces", maxAsync = 1)
public class SipTraceWatch {

  private static final Logger LOG = System.getLogger(SipTraceWatch.class.getName());
  private static final long PERIOD_MS = 2_000;

  @Resource(lookup = "java:app/concurrent/SipTraces")
  private ManagedScheduledExecutorService executor;

  @Inject private SipTraceBook book;
  @Inject private CallTracer tracer;
  @Inject private RtpCaptures captures;
  @Inject private RtpTracer rtpTracer;
  @Inject private SipTraces traces;
  @Inject private SipTraceSettings settings;
  @Inject private Clock clock;

  private final List<Future<?>> tasks = new ArrayList<>();

  @PostConstruct
  void start() {
    tasks.add(
        executor.scheduleWithFixedDelay(this::store, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS));
    if (settings.isMediaMeasured()) {
      long mediaMs = settings.mediaInterval().toMillis();
      tasks.add(
          executor.scheduleWithFixedDelay(this::measure, mediaMs, mediaMs, TimeUnit.MILLISECONDS));
    }
  }

  @PreDestroy
  void stop() {
    tasks.forEach(task -> task.cancel(false));
    store();
  }

  /** Stores what waits on this node. */
  public void store() {
    Map<CallId, List<TraceEntry>> waiting = book.take();
    try {
      if (!waiting.isEmpty()) {
        traces.store(waiting);
      }
    } catch (RuntimeException failure) {
      LOG.log(
          Level.WARNING,
          "the SIP messages of " + waiting.size() + " calls are lost: " + failure.getMessage());
    }
    storeRtp();
  }

  private void storeRtp() {
    try {
      Map<CallId, byte[]> copied = rtpTracer.take();
      if (!copied.isEmpty()) {
        captures.store(copied);
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "copies of RTP are lost: " + failure.getMessage());
    }
  }

  private void measure() {
    try {
      tracer.measure();
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "the media of calls is not measured", failure);
    }
  }

  /** Deletes what is past its retention. */
  @Schedule(hour = "*", minute = "7,22,37,52", persistent = false)
  public void clean() {
    Instant limit = clock.instant().minus(settings.retention());
    traces.deleteBefore(limit);
    captures.deleteBefore(limit);
  }
}
