package org.tandemvoice.media.engine.speech;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.pace.NanoClock;

/**
 * Speaks prompts with the first provider that can, the preferred one before the others, and
 * remembers the result. A provider that fails is followed by the next with the default voice of the
 * language.
 */
public final class SpeechSynthesis {

  private static final Logger LOG = System.getLogger(SpeechSynthesis.class.getName());
  private static final long CACHED_SAMPLES = 16L * 1024 * 1024;
  private static final int MAX_CHARACTERS = 20_000;
  private static final int AUDIBLE = 100;
  private static final int LEAD_SAMPLES = Pcm.ENGINE_RATE_HZ / 200;
  private static final String DEFAULT_LANGUAGE = "en-US";

  private final List<SpeechProvider> providers;
  private final Outages outages;
  private final SpeechCache cache = new SpeechCache(CACHED_SAMPLES);

  /** Providers in order of preference. */
  public SpeechSynthesis(List<SpeechProvider> providers, NanoClock clock) {
    this.providers = List.copyOf(providers);
    this.outages = new Outages(clock);
  }

  /** Lets every provider get ready; one that cannot says so when it is needed. */
  public void warmUp() {
    for (SpeechProvider provider : providers) {
      try {
        provider.warmUp();
      } catch (SpeechException e) {
        outages.failed(provider, e);
        LOG.log(Level.WARNING, "Speech provider " + provider.name() + " is not ready", e);
      }
    }
  }

  public SpeechStatistics statistics() {
    return cache.statistics();
  }

  /**
   * The sound of a prompt at the engine's rate.
   *
   * @throws SpeechException if no provider can speak it; the message is a sentence for the customer
   */
  public Pcm speak(Prompt.Speech speech) throws SpeechException {
    if (speech.text().length() > MAX_CHARACTERS) {
      throw new SpeechException("The text is longer than " + MAX_CHARACTERS + " characters");
    }
    Speaker asked = asked(speech);
    List<SpeechException> failures = new ArrayList<>();
    for (SpeechProvider provider : inOrder(speech.provider(), asked)) {
      try {
        if (canSpeak(provider, asked.language())) {
          Speaker speaker = failures.isEmpty() ? asked : asked.byDefaultVoice();
          short[] sound =
              cache.get(
                  key(speech, speaker, provider), () -> spoken(speech.text(), provider, speaker));
          return new Pcm(Pcm.ENGINE_RATE_HZ, sound);
        }
      } catch (SpeechException e) {
        LOG.log(Level.DEBUG, "Speech provider " + provider.name() + " failed", e);
        outages.failed(provider, e);
        failures.add(e);
      }
    }
    throw failures.isEmpty() ? noVoiceFor(asked.language()) : failure(failures);
  }

  /**
   * The sound of a prompt at the engine's rate if the provider that comes first has spoken it
   * before; returns at once.
   */
  public Optional<short[]> known(Prompt.Speech speech) {
    Speaker asked = asked(speech);
    return inOrder(speech.provider(), asked).stream()
        .findFirst()
        .filter(provider -> outages.of(provider).isEmpty())
        .flatMap(provider -> cache.known(key(speech, asked, provider)));
  }

  private static Speaker asked(Prompt.Speech speech) {
    return Speaker.of(
        speech.language().isBlank() ? DEFAULT_LANGUAGE : speech.language(), speech.voiceId());
  }

  private static SpeechCache.Key key(
      Prompt.Speech speech, Speaker speaker, SpeechProvider provider) {
    return new SpeechCache.Key(speech.text(), speaker, provider.name());
  }

  /** The named one first, then those that have the named voice. */
  private List<SpeechProvider> inOrder(String preferred, Speaker asked) {
    Comparator<SpeechProvider> namedFirst =
        Comparator.comparing(p -> !p.name().equalsIgnoreCase(preferred));
    Comparator<SpeechProvider> voiceFirst =
        Comparator.comparing(p -> asked.voiceId().isEmpty() || !p.hasVoice(asked.voiceId()));
    return providers.stream().sorted(namedFirst.thenComparing(voiceFirst)).toList();
  }

  private boolean canSpeak(SpeechProvider provider, String language) throws SpeechException {
    Optional<SpeechException> outage = outages.of(provider);
    if (outage.isPresent()) {
      throw outage.get();
    }
    return provider.speaks(language);
  }

  private short[] spoken(String text, SpeechProvider provider, Speaker speaker)
      throws SpeechException {
    SpeechScript script = Ssml.read(text);
    if (script.document().isPresent() && script.hasWords()) {
      Optional<short[]> whole = marked(script.document().get(), provider, speaker);
      if (whole.isPresent()) {
        return begun(whole.get(), script);
      }
    }
    List<short[]> parts = new ArrayList<>();
    for (SpeechSegment segment : script.segments()) {
      if (segment instanceof SpeechSegment.Words words) {
        parts.add(spoken(words, provider, speaker));
      } else if (segment instanceof SpeechSegment.Pause pause) {
        parts.add(new short[samples(pause.duration())]);
      }
    }
    return begun(Pcm.joined(parts), script);
  }

  /** The whole document by the provider's own understanding; empty if it has none. */
  private static Optional<short[]> marked(String document, SpeechProvider provider, Speaker speaker)
      throws SpeechException {
    List<short[]> parts = new ArrayList<>();
    for (String piece : SpeechPieces.ofDocument(document, input -> provider.takes(input, true))) {
      Optional<Pcm> sound = provider.synthesizeMarkup(piece, speaker);
      if (sound.isEmpty()) {
        return Optional.empty();
      }
      parts.add(sound.get().atEngineRate().samples());
    }
    return Optional.of(Pcm.joined(parts));
  }

  /** Without the silence that voices begin with, unless a break was asked for. */
  private static short[] begun(short[] sound, SpeechScript script) {
    if (script.segments().isEmpty() || script.segments().get(0) instanceof SpeechSegment.Pause) {
      return sound;
    }
    int first = 0;
    while (first < sound.length && Math.abs(sound[first]) < AUDIBLE) {
      first++;
    }
    return first == sound.length
        ? sound
        : Arrays.copyOfRange(sound, Math.max(0, first - LEAD_SAMPLES), sound.length);
  }

  /** Words in a language of their own may need another provider than the rest. */
  private short[] spoken(SpeechSegment.Words words, SpeechProvider provider, Speaker speaker)
      throws SpeechException {
    String tongue = words.language().isEmpty() ? speaker.language() : words.language();
    Speaker own =
        words.voice().isEmpty()
            ? new Speaker(tongue, speaker.voiceId(), speaker.gender())
            : Speaker.of(tongue, words.voice());
    SpeechProvider able = provider.speaks(tongue) ? provider : anyFor(tongue);
    List<short[]> parts = new ArrayList<>();
    for (String piece : SpeechPieces.ofText(words.text(), input -> able.takes(input, false))) {
      parts.add(able.synthesize(piece, own, words.manner()).atEngineRate().samples());
    }
    return amplified(Pcm.joined(parts), words.manner().volume());
  }

  private SpeechProvider anyFor(String language) throws SpeechException {
    for (SpeechProvider provider : providers) {
      if (outages.of(provider).isEmpty() && provider.speaks(language)) {
        return provider;
      }
    }
    throw noVoiceFor(language);
  }

  private static SpeechException noVoiceFor(String language) {
    return new SpeechException("No voice of this server speaks the language '" + language + "'");
  }

  private static SpeechException failure(List<SpeechException> failures) {
    return failures.size() == 1
        ? failures.get(0)
        : new SpeechException(
            failures.stream()
                .map(Throwable::getMessage)
                .distinct()
                .collect(Collectors.joining("; ")),
            failures.get(0));
  }

  private static short[] amplified(short[] samples, double factor) {
    if (factor == 1) {
      return samples;
    }
    short[] louder = new short[samples.length];
    for (int i = 0; i < samples.length; i++) {
      louder[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, samples[i] * factor));
    }
    return louder;
  }

  private static int samples(Duration duration) {
    return (int) (duration.toMillis() * Pcm.ENGINE_RATE_HZ / 1000);
  }
}
