package org.tandemvoice.recording.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
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
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.tandemvoice.media.MediaSessionFactory;
import org.tandemvoice.node.control.Node;
import org.tandemvoice.recording.control.command.StartRecording;
import org.tandemvoice.recording.entity.Recording;

/**
 * Sees to it that no recording is left in between. At start-up it goes on with those of an earlier
 * process of this node: whole ones are stored, others fail with their event, leftovers go.
 * Afterwards it looks regularly for what is to be stored again, deleted, or older than it may be.
 */
@Startup
@Singleton
@DependsOn({"SchemaMigration", "CallWatch"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@ManagedScheduledExecutorDefinition(name = "java:app/concurrent/RecordingWatch", maxAsync = 1)
public class RecordingWatch {

  private static final Logger LOG = System.getLogger(RecordingWatch.class.getName());

  @Resource(lookup = "java:app/concurrent/RecordingWatch")
  private ManagedScheduledExecutorService executor;

  @Resource(lookup = "java:/eis/Media")
  private MediaSessionFactory media;

  @Inject private RecordingChores chores;
  @Inject private RecordingFacts facts;
  @Inject private RecordingStorage storage;
  @Inject private RecordingSettings settings;
  @Inject private Node node;
  @Inject private Clock clock;

  private Future<?> watch;

  @PostConstruct
  void start() {
    chores.open(node.id()).forEach(this::resume);
    long millis = settings.watchPeriod().toMillis();
    watch = executor.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    watch.cancel(false);
  }

  private void resume(Recording recording) {
    var spec = StartRecording.spec(recording, RecordingStates.NO_LIMITS);
    if (!media.resumeRecording(recording.callId().value(), recording.uuid(), spec)) {
      facts.lost(recording.uuid(), "the server was stopped before the recording was whole");
    }
  }

  private void look() {
    try {
      Instant now = clock.instant();
      chores.toBeStored(node.id(), now).forEach(storage::lookAt);
      chores.storedBefore(node.id(), now.minus(settings.retention())).forEach(facts::expired);
      chores.toBeDiscarded(node.id(), now).forEach(storage::lookAt);
      media.recordingsKept().forEach(this::removeIfOver);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "recordings could not be looked after", failure);
    }
  }

  private void removeIfOver(UUID id) {
    if (chores.needsNoFile(id)) {
      media.removeRecording(id);
    }
  }
}
