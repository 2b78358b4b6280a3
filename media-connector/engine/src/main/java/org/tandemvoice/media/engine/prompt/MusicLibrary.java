package org.tandemvoice.media.engine.prompt;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import org.tandemvoice.media.engine.audio.AudioFormatException;
import org.tandemvoice.media.engine.audio.SoundReader;
import org.tandemvoice.media.engine.tone.HoldMusic;
import org.tandemvoice.media.engine.tone.Ringback;

/**
 * The music of waiting parties by class: the operator's files, read once, or our own for every
 * class without one.
 */
public final class MusicLibrary {

  private static final Logger LOG = System.getLogger(MusicLibrary.class.getName());
  private static final Pattern CLASS = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final List<String> SUFFIXES = List.of(".wav", ".mp3", ".ogg");
  private static final String DEFAULT = "default";
  private static final String RINGBACK = "ringback";
  private static final int MAX_CLASSES = 100;

  private final Path folder;
  private final Executor workers;
  private final Map<String, short[]> known = new ConcurrentHashMap<>();

  /** Looks for files in that folder, which need not be there. */
  public MusicLibrary(Path folder, Executor workers) {
    this.folder = folder;
    this.workers = workers;
  }

  /** Music of that class for one party; returns at once. */
  public Music music(String musicClass) {
    String name = CLASS.matcher(musicClass).matches() ? musicClass : DEFAULT;
    Music music = new Music();
    short[] sound = known.get(name);
    if (sound != null) {
      music.ready(sound);
      return music;
    }
    try {
      workers.execute(() -> music.ready(load(name)));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.WARNING, "No worker to load the music " + name + ": it is silent", e);
    }
    return music;
  }

  private short[] load(String name) {
    // The bound keeps made-up names from filling the memory.
    if (known.size() >= MAX_CLASSES) {
      return known.computeIfAbsent(DEFAULT, this::read);
    }
    return known.computeIfAbsent(name, this::read);
  }

  private short[] read(String name) {
    for (String suffix : SUFFIXES) {
      Path file = folder.resolve(name + suffix);
      if (Files.isRegularFile(file)) {
        try {
          return SoundReader.read(Files.readAllBytes(file)).atEngineRate().samples();
        } catch (IOException | AudioFormatException e) {
          LOG.log(Level.WARNING, "The music " + file + " cannot be read", e);
        }
      }
    }
    return name.equals(RINGBACK) ? Ringback.compose().samples() : HoldMusic.compose().samples();
  }
}
