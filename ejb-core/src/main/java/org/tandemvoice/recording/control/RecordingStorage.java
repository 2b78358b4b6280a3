package org.tandemvoice.recording.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.media.MediaSessionFactory;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.recording.entity.RecordingPurpose;
import org.tandemvoice.recording.entity.RecordingStatus;
import org.tandemvoice.storage.control.DataDirectory;

/**
 * Brings whole files into the store and takes deleted ones out, outside transactions and on threads
 * of its own. What fails is tried again later, by a later process too: the rows say what is to be
 * done.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/RecordingStorage", maxAsync = 4)
public class RecordingStorage {

  private static final Logger LOG = System.getLogger(RecordingStorage.class.getName());

  @Resource(lookup = "java:app/concurrent/RecordingStorage", type = ManagedExecutorService.class)
  private Executor executor;

  @Resource(lookup = "java:/eis/Media")
  private MediaSessionFactory media;

  @Inject private RecordingFacts facts;
  @Inject private RecordingStore store;
  @Inject private DataDirectory directory;

  private final Set<UUID> working = ConcurrentHashMap.newKeySet();

  /** A command that looks at the recording after the commit. */
  LegCommand errand(Recording recording) {
    return new StorageErrand(recording.callId(), recording.uuid(), this);
  }

  /** Does what is to be done for this recording, if anything, and returns at once. */
  void lookAt(UUID id) {
    if (!working.add(id)) {
      return;
    }
    try {
      executor.execute(() -> work(id));
    } catch (RejectedExecutionException later) {
      working.remove(id);
    }
  }

  private void work(UUID id) {
    try {
      Optional<Recording> found = facts.find(id);
      if (found.isPresent()) {
        work(found.get());
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.ERROR, () -> "recording " + id + " could not be looked after", failure);
    } finally {
      working.remove(id);
    }
  }

  private void work(Recording recording) {
    UUID id = recording.uuid();
    try {
      if (recording.status() == RecordingStatus.STOPPING && recording.endedAt().isPresent()) {
        store.put(recording, growing(recording));
        facts.stored(id);
        if (recording.purpose() == RecordingPurpose.CONVERSATION) {
          media.removeRecording(id);
        }
      } else if (recording.isDeleted() && recording.isStored()) {
        store.delete(recording);
        facts.discarded(id);
      }
    } catch (IOException failure) {
      LOG.log(Level.WARNING, () -> "recording " + id + ": the store failed, again later", failure);
      facts.retryLater(id);
    }
  }

  /** Where the media engine has written it. */
  private Path growing(Recording recording) {
    return directory.path().resolve("recordings").resolve(recording.fileName());
  }

  /** The file on this server, wherever it is at present. */
  Optional<Path> file(Recording recording) {
    return Optional.of(growing(recording))
        .filter(Files::isRegularFile)
        .or(() -> store.file(recording));
  }
}
