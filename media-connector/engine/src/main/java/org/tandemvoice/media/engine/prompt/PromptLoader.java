package org.tandemvoice.media.engine.prompt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.media.engine.audio.AudioFormatException;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.audio.SoundReader;
import org.tandemvoice.media.engine.fetch.MediaFetcher;
import org.tandemvoice.media.engine.speech.SpeechException;
import org.tandemvoice.media.engine.speech.SpeechSynthesis;
import org.tandemvoice.media.engine.tone.ToneGenerator;
import org.tandemvoice.media.fetch.FetchException;

/** Makes prompts into sound: speaks, fetches and decodes on the worker threads it was given. */
public final class PromptLoader {

  private static final Logger LOG = System.getLogger(PromptLoader.class.getName());
  private static final int MAX_FETCHES = 4;
  private static final int MAX_WAITING_FETCHES = 1_000;

  private static final double TONE_LEVEL_DB = -13;
  private static final int MAX_TONE_SAMPLES = 60 * Pcm.ENGINE_RATE_HZ;

  private final Executor workers;
  private final Executor fetchers;
  private final HeapWatch heap = HeapWatch.ofThisJvm();
  private final SpeechSynthesis speech;
  private final MediaFetcher fetcher;

  public PromptLoader(Executor workers, SpeechSynthesis speech, MediaFetcher fetcher) {
    this.workers = workers;
    this.fetchers = new LimitedExecutor(workers, MAX_FETCHES, MAX_WAITING_FETCHES);
    this.speech = speech;
    this.fetcher = fetcher;
  }

  /** Gets the voices ready, on a worker. */
  public void warmUp() {
    workers.execute(speech::warmUp);
  }

  /** Begins to prepare a prompt and returns at once. */
  public Playback load(UUID playbackId, Prompt prompt) {
    Playback playback = new Playback(playbackId, prompt instanceof Prompt.Echo);
    if (prompt instanceof Prompt.Silence silence) {
      playback.ready(new short[0], samples(silence.duration()));
      return playback;
    }
    if (prompt instanceof Prompt.Echo echo) {
      playback.ready(new short[0], samples(echo.duration()));
      return playback;
    }
    if (prompt instanceof Prompt.Speech words) {
      Optional<short[]> known = speech.known(words);
      if (known.isPresent()) {
        playback.ready(known.get(), known.get().length);
        return playback;
      }
    }
    try {
      // A slow server holds up other files, but nobody's speech.
      Executor lane = prompt instanceof Prompt.Files ? fetchers : workers;
      lane.execute(() -> prepare(playback, prompt));
    } catch (RejectedExecutionException e) {
      playback.failed("The server is too busy to prepare the prompt");
    }
    return playback;
  }

  private void prepare(Playback playback, Prompt prompt) {
    try {
      short[] sound = sound(prompt);
      playback.ready(sound, sound.length);
    } catch (PromptException e) {
      LOG.log(Level.DEBUG, "Prompt " + playback.id(), e);
      playback.failed(e.getMessage());
    } catch (RuntimeException | OutOfMemoryError e) {
      // The outermost frame of a worker: whatever happened, the flow must hear that its prompt is
      // over.
      LOG.log(Level.ERROR, "Prompt " + playback.id() + " failed by a fault of ours", e);
      playback.failed("The prompt could not be prepared");
    }
  }

  private short[] sound(Prompt prompt) throws PromptException {
    if (prompt instanceof Prompt.Speech words) {
      try {
        return speech.speak(words).samples();
      } catch (SpeechException e) {
        throw new PromptException(e.getMessage(), e);
      }
    }
    if (prompt instanceof Prompt.Tone tone) {
      return tone(tone);
    }
    List<short[]> parts = new ArrayList<>();
    if (prompt instanceof Prompt.Files files) {
      for (URI uri : files.uris()) {
        if (heap.isTight()) {
          throw new PromptException("The server has no memory left for more sound files");
        }
        parts.add(file(uri, files.granted()));
      }
    }
    return Pcm.joined(parts);
  }

  private short[] file(URI uri, Set<Path> granted) throws PromptException {
    try {
      return SoundReader.read(fetcher.fetch(uri, granted)).atEngineRate().samples();
    } catch (FetchException e) {
      throw new PromptException(e.getMessage(), e);
    } catch (AudioFormatException e) {
      throw new PromptException("The file " + uri + " cannot be played: " + e.getMessage(), e);
    }
  }

  private static short[] tone(Prompt.Tone tone) {
    short[] sound = new short[(int) Math.min(MAX_TONE_SAMPLES, samples(tone.duration()))];
    new ToneGenerator(Pcm.ENGINE_RATE_HZ)
        .start(tone.frequencyHz(), 0, TONE_LEVEL_DB)
        .sound(sound, 0, sound.length);
    return sound;
  }

  private static long samples(Duration duration) {
    return Math.max(0, duration.toMillis()) * Pcm.ENGINE_RATE_HZ / 1000;
  }
}
