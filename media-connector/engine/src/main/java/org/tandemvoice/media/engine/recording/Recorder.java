package org.tandemvoice.media.engine.recording;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.tandemvoice.media.MediaException;
import org.tandemvoice.media.RecordingSpec;

/**
 * Writes all recordings of the engine on one thread, which calls {@link #run}; other formats than
 * WAV are made by workers when a recording has ended.
 */
public final class Recorder implements Runnable {

  private static final Logger LOG = System.getLogger(Recorder.class.getName());
  private static final long ROUND_NANOS = 40_000_000L;
  private static final long IDLE_NANOS = 500_000_000L;

  private final Path folder;
  private final RecordingFolder files;
  private final LongAdder missedFrames = new LongAdder();
  private final Executor workers;
  private final RecordingListener listener;
  private final Queue<Recording> starting = new ConcurrentLinkedQueue<>();
  private final Set<UUID> ids = ConcurrentHashMap.newKeySet();
  private final List<Recording> running = new ArrayList<>();
  private volatile Thread thread;
  private volatile boolean stopped;

  public Recorder(Path folder, Executor workers, RecordingListener listener) {
    this.folder = folder;
    this.files = new RecordingFolder(folder);
    this.workers = workers;
    this.listener = listener;
  }

  /**
   * Begins a recording; what is put into the tap is in the file.
   *
   * @throws MediaException {@code DUPLICATE} if one of that id is not over yet
   */
  public RecordingTap start(UUID sessionId, UUID recordingId, RecordingSpec spec, int rateHz) {
    if (!ids.add(recordingId)) {
      throw new MediaException(
          MediaException.Reason.DUPLICATE, "The recording " + recordingId + " is running already");
    }
    Recording recording = new Recording(sessionId, recordingId, spec, folder, rateHz);
    starting.add(recording);
    LockSupport.unpark(thread);
    return recording.tap();
  }

  /**
   * Ends every recording and then the thread. What was recorded until then is kept as WAV; a later
   * process makes of it what was asked for ({@link #resume}).
   */
  public void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    while (!stopped) {
      round();
      LockSupport.parkNanos(running.isEmpty() ? IDLE_NANOS : ROUND_NANOS);
    }
    admit();
    running.forEach(recording -> recording.tap().end());
    round();
  }

  private void round() {
    admit();
    for (int i = running.size() - 1; i >= 0; i--) {
      if (!advance(running.get(i))) {
        running.remove(i);
      }
    }
  }

  private void admit() {
    for (Recording next = starting.poll(); next != null; next = starting.poll()) {
      running.add(next);
    }
  }

  private boolean advance(Recording recording) {
    try {
      if (recording.advance()) {
        return true;
      }
      recording.complete();
      finish(recording);
    } catch (IOException | RuntimeException e) {
      fail(recording, e);
    }
    return false;
  }

  private void finish(Recording recording) {
    if (recording.tap().missed() > 0) {
      missedFrames.add(recording.tap().missed());
      LOG.log(
          Level.WARNING,
          "Recording {0} has missed {1} frames: silence stands for them",
          recording.id(),
          Long.toString(recording.tap().missed()));
    }
    if (recording.spec().format() == RecordingSpec.Format.WAV) {
      convert(recording);
    } else if (!stopped) {
      convertByWorker(recording);
    }
  }

  private void convertByWorker(Recording recording) {
    try {
      workers.execute(() -> convert(recording));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "No worker for recording " + recording.id(), e);
      convert(recording);
    }
  }

  /**
   * Goes on with a recording that a former process has left, if all its frames are there; else
   * removes what is there of it.
   *
   * @return whether it ends as if it had been recorded now
   */
  public boolean resume(UUID sessionId, UUID recordingId, RecordingSpec spec) {
    Recording recording = new Recording(sessionId, recordingId, spec, folder, spec.sampleRateHz());
    try {
      if (ids.contains(recordingId)) {
        return true;
      }
      if (recording.resume()) {
        ids.add(recordingId);
        convertByWorker(recording);
        return true;
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Recording " + recordingId + " of a former process is lost", e);
    }
    files.remove(recordingId);
    return false;
  }

  /** The files it has written. */
  public RecordingFolder files() {
    return files;
  }

  /** Frames that came too fast to be written, of all recordings that have ended. */
  public long missedFrames() {
    return missedFrames.sum();
  }

  private void convert(Recording recording) {
    try {
      FormatConversion.convert(recording);
      ids.remove(recording.id());
      listener.recordingFinished(
          recording.sessionId(), recording.id(), recording.finished(), recording.duration());
    } catch (IOException | RuntimeException e) {
      fail(recording, e);
    }
  }

  private void fail(Recording recording, Exception cause) {
    LOG.log(Level.ERROR, "Recording " + recording.id() + " failed", cause);
    try {
      recording.abandon();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Recording " + recording.id() + " leaves a part behind", e);
    }
    ids.remove(recording.id());
    listener.recordingFailed(
        recording.sessionId(),
        recording.id(),
        "The recording could not be written: " + reason(cause));
  }

  /** What the system said, without the path, which is nothing to a customer. */
  private static String reason(Exception cause) {
    if (cause instanceof FileSystemException refused) {
      return refused.getReason() == null ? "the folder cannot be written" : refused.getReason();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
