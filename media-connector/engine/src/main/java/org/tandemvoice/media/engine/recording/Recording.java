package org.tandemvoice.media.engine.recording;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.tandemvoice.media.RecordingSpec;
import org.tandemvoice.media.engine.answerer.VoiceActivity;
import org.tandemvoice.media.engine.jitter.LateSound;

/**
 * One recording while it grows. Everything but the tap belongs to the recorder's thread. It grows
 * as WAV, whatever it shall become; a file ends in {@code .part} until it is whole.
 */
final class Recording {

  private static final int FRAME_MS = 20;

  /** A recording that ends by itself ends in time; somebody may wait for it. */
  private static final int LEFT_FRAMES_BEFORE_A_LIMIT = 10;

  private final UUID sessionId;
  private final UUID id;
  private final RecordingSpec spec;
  private final Path folder;
  private final RecordingTap tap;
  private final TrackMixer mixer;
  private final VoiceActivity voice = new VoiceActivity();
  private WavFile file;
  private long frames;
  private long silentFrames;
  private long filledIn;
  private int lastSamples;

  Recording(UUID sessionId, UUID id, RecordingSpec spec, Path folder, int rateHz) {
    this.sessionId = sessionId;
    this.id = id;
    this.spec = spec;
    this.folder = folder;
    boolean isLimited = !spec.maxDuration().isZero() || !spec.maxSilence().isZero();
    this.tap =
        new RecordingTap(id, rateHz, isLimited ? LEFT_FRAMES_BEFORE_A_LIMIT : LateSound.MAX_FRAMES);
    this.mixer = new TrackMixer(spec);
  }

  UUID sessionId() {
    return sessionId;
  }

  UUID id() {
    return id;
  }

  RecordingSpec spec() {
    return spec;
  }

  RecordingTap tap() {
    return tap;
  }

  /** Where it grows. */
  Path growing() {
    return folder.resolve(id + ".wav.part");
  }

  /** Where it lies as WAV when it has all its frames. */
  Path original() {
    return folder.resolve(id + ".wav");
  }

  /** Where it is made into another format. */
  Path converted() {
    return folder.resolve(id + "." + suffix() + ".part");
  }

  /** Where it lies when it is whole. */
  Path finished() {
    return folder.resolve(id + "." + suffix());
  }

  Duration duration() {
    return Duration.ofMillis(frames * FRAME_MS);
  }

  /** Writes what has come; returns false when it is complete. */
  boolean advance() throws IOException {
    boolean last = tap.isEnded();
    if (file == null) {
      Files.createDirectories(folder);
      file = new WavFile(growing(), spec.channelCount(), spec.sampleRateHz());
    }
    tap.drain(this::write);
    if (last) {
      fillIn(lastSamples);
    }
    return !last;
  }

  /** Completes the growing file and gives it its name. */
  void complete() throws IOException {
    file.finish();
    rename(growing(), original());
  }

  /** Takes over what a former process has completed; returns false if it has not. */
  boolean resume() throws IOException {
    if (!Files.exists(original())) {
      return false;
    }
    frames = WavFile.samplesIn(original(), spec.channelCount()) * 50 / spec.sampleRateHz();
    return true;
  }

  /** Gives a part its name, at once or not at all. */
  static void rename(Path part, Path whole) throws IOException {
    try {
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Gives up: nothing of it is left behind. */
  void abandon() throws IOException {
    tap.end();
    if (file != null) {
      file.close();
    }
    Files.deleteIfExists(growing());
    Files.deleteIfExists(original());
    Files.deleteIfExists(converted());
  }

  private void write(short[] said, short[] heard, int samples) throws IOException {
    if (limitIsReached()) {
      tap.end();
      return;
    }
    fillIn(samples);
    lastSamples = samples;
    writeFrame(said, heard, samples);
  }

  /** Silence for what the tap had no room for, so that the rest stays in its place. */
  private void fillIn(int samples) throws IOException {
    while (filledIn < tap.missed() && !limitIsReached()) {
      filledIn++;
      writeFrame(new short[samples], new short[samples], samples);
    }
  }

  private void writeFrame(short[] said, short[] heard, int samples) throws IOException {
    file.write(mixer.tracks(), 0, mixer.mix(said, heard, samples));
    frames++;
    silentFrames = speaks(said, heard, samples) ? 0 : silentFrames + 1;
    if (limitIsReached()) {
      tap.end();
    }
  }

  private boolean speaks(short[] said, short[] heard, int samples) {
    return switch (spec.direction()) {
      case IN -> voice.hears(said, samples);
      case OUT -> voice.hears(heard, samples);
      case BOTH -> voice.hears(said, samples) | voice.hears(heard, samples);
    };
  }

  private boolean limitIsReached() {
    return isOver(spec.maxDuration(), frames) || isOver(spec.maxSilence(), silentFrames);
  }

  private static boolean isOver(Duration limit, long count) {
    return !limit.isZero() && count * FRAME_MS >= limit.toMillis();
  }

  private String suffix() {
    return spec.format().name().toLowerCase(Locale.ROOT);
  }
}
