package org.tandemvoice.media.engine.speech;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What was spoken before, by content; the longest unused goes first when there is too much. What
 * several ask for at once is spoken once.
 */
final class SpeechCache {

  /** All that the sound depends on. */
  record Key(String text, Speaker speaker, String provider) {}

  /** Speaks what is not there yet. */
  interface Maker {
    short[] make() throws SpeechException;
  }

  private final long maxSamples;
  private final Map<Key, short[]> spoken = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<Key, CompletableFuture<short[]>> underWay = new ConcurrentHashMap<>();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private long samples;

  SpeechCache(long maxSamples) {
    this.maxSamples = maxSamples;
  }

  /** The sound of that key; made by this call, or by another that is at it. */
  short[] get(Key key, Maker maker) throws SpeechException {
    short[] before = find(key);
    if (before != null) {
      hits.increment();
      return before;
    }
    CompletableFuture<short[]> mine = new CompletableFuture<>();
    CompletableFuture<short[]> others = underWay.putIfAbsent(key, mine);
    if (others != null) {
      hits.increment();
      return result(others);
    }
    misses.increment();
    try {
      short[] sound = maker.make();
      keep(key, sound);
      mine.complete(sound);
      return sound;
    } catch (SpeechException | RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      underWay.remove(key);
    }
  }

  /** The sound of that key if it was made before; does not wait. */
  Optional<short[]> known(Key key) {
    Optional<short[]> sound = Optional.ofNullable(find(key));
    sound.ifPresent(hit -> hits.increment());
    return sound;
  }

  SpeechStatistics statistics() {
    return new SpeechStatistics(hits.sum(), misses.sum());
  }

  private static short[] result(CompletableFuture<short[]> others) throws SpeechException {
    try {
      return others.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof SpeechException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private synchronized short[] find(Key key) {
    return spoken.get(key);
  }

  private synchronized void keep(Key key, short[] sound) {
    if (sound.length > maxSamples / 4) {
      return;
    }
    short[] replaced = spoken.put(key, sound);
    samples += sound.length - (replaced == null ? 0 : replaced.length);
    var eldest = spoken.entrySet().iterator();
    while (samples > maxSamples) {
      samples -= eldest.next().getValue().length;
      eldest.remove();
    }
  }
}
