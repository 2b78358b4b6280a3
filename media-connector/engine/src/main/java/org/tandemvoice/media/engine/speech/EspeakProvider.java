package org.tandemvoice.media.engine.speech;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.tandemvoice.media.engine.audio.AudioFormatException;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.audio.WavReader;

/**
 * espeak-ng as a process for each text: a hundred languages, offline, and it reads SSML. Where the
 * command is not installed it speaks no language. A voice is one of its languages with a variant,
 * for instance {@code en-gb+f3}.
 */
public final class EspeakProvider implements SpeechProvider {

  private static final long TIMEOUT_SECONDS = 10;
  private static final int WORDS_PER_MINUTE = 175;
  private static final int PITCH = 50;
  private static final int MAX_PITCH = 99;
  private static final String VARIANT = "\\+[A-Za-z0-9_-]{1,20}";

  /** Tags that it calls otherwise. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "zh", "cmn", "zh-hk", "yue", "zh-yue", "yue", "no", "nb", "nn", "nb", "en", "en-us", "fr",
          "fr-fr", "tl", "en-us", "iw", "he");

  private final String command;
  private volatile Set<String> languages;

  /** Speaks by a command, which may be a path or a name to be found on PATH. */
  public EspeakProvider(String command) {
    this.command = command;
  }

  @Override
  public String name() {
    return "espeak-ng";
  }

  @Override
  public boolean speaks(String language) throws SpeechException {
    return voiceOf(language).isPresent();
  }

  @Override
  public boolean hasVoice(String voiceId) {
    Set<String> known = languages;
    return known != null
        && known.contains(voiceId.replaceFirst(VARIANT, "").toLowerCase(Locale.ROOT));
  }

  @Override
  public void warmUp() throws SpeechException {
    languages();
  }

  @Override
  public Pcm synthesize(String text, Speaker speaker, Manner manner) throws SpeechException {
    int pitch = (int) Math.max(0, Math.min(MAX_PITCH, PITCH * manner.pitch()));
    return speak(
        text,
        "-v",
        voice(speaker),
        "-s",
        Integer.toString((int) (WORDS_PER_MINUTE * manner.rate())),
        "-p",
        Integer.toString(pitch));
  }

  @Override
  public Optional<Pcm> synthesizeMarkup(String document, Speaker speaker) throws SpeechException {
    return Optional.of(speak(document, "-m", "-v", voice(speaker)));
  }

  private String voice(Speaker speaker) throws SpeechException {
    if (hasVoice(speaker.voiceId())) {
      return speaker.voiceId();
    }
    String language =
        voiceOf(speaker.language())
            .orElseThrow(
                () -> new SpeechException("espeak-ng does not speak '" + speaker.language() + "'"));
    return switch (speaker.gender()) {
      case FEMALE -> language + "+f3";
      case MALE -> language + "+m3";
      case ANY -> language;
    };
  }

  /** Its own tag for a language: the same country, else the language alone. */
  private Optional<String> voiceOf(String language) throws SpeechException {
    Set<String> known = languages();
    String tag = language.replace('_', '-').toLowerCase(Locale.ROOT);
    String primary = Speaker.primary(language);
    for (String name :
        List.of(
            OTHER_NAMES.getOrDefault(tag, tag),
            OTHER_NAMES.getOrDefault(primary, primary),
            primary)) {
      if (known.contains(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private Set<String> languages() throws SpeechException {
    Set<String> known = languages;
    if (known == null) {
      known = ask();
      languages = known;
    }
    return known;
  }

  /** A command that cannot be started is not installed. */
  private Set<String> ask() throws SpeechException {
    try {
      Path list = Files.createTempFile("voices", ".txt");
      try {
        run("", Redirect.to(list.toFile()), List.of(command, "--voices"));
        try (var lines = Files.lines(list)) {
          return lines
              .skip(1)
              .map(line -> line.strip().split("\\s+"))
              .filter(columns -> columns.length > 2)
              .map(columns -> columns[1].toLowerCase(Locale.ROOT))
              .collect(Collectors.toUnmodifiableSet());
        }
      } finally {
        Files.deleteIfExists(list);
      }
    } catch (IOException notInstalled) {
      return Set.of();
    }
  }

  private Pcm speak(String text, String... options) throws SpeechException {
    try {
      Path sound = Files.createTempFile("speech", ".wav");
      try {
        List<String> line = new ArrayList<>(List.of(command, "-b", "1", "-w", sound.toString()));
        line.addAll(List.of(options));
        line.add("--stdin");
        run(text, Redirect.DISCARD, line);
        byte[] file = Files.readAllBytes(sound);
        return file.length == 0 ? Pcm.nothing() : WavReader.read(file);
      } finally {
        Files.deleteIfExists(sound);
      }
    } catch (IOException e) {
      throw SpeechException.outage("espeak-ng could not be run", e);
    } catch (AudioFormatException e) {
      throw new SpeechException("espeak-ng could not speak this text", e);
    }
  }

  /**
   * A text fits the pipe's buffer, and output goes to files, so neither side waits for the other.
   */
  private static void run(String text, Redirect output, List<String> line)
      throws IOException, SpeechException {
    Process process =
        new ProcessBuilder(line).redirectOutput(output).redirectError(Redirect.DISCARD).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException endedEarly) {
      // Its exit code says more.
    }
    try {
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw SpeechException.outage(
            "espeak-ng did not end within " + TIMEOUT_SECONDS + " s", null);
      }
      if (process.exitValue() != 0) {
        throw new SpeechException("espeak-ng could not speak this text");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SpeechException.outage("espeak-ng was interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
