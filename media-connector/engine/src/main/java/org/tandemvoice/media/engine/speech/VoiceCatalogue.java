package org.tandemvoice.media.engine.speech;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tandemvoice.media.engine.speech.Speaker.Gender;

/**
 * The voices of a provider, asked for when first needed and then kept. Finds the one that fits a
 * speaker best.
 */
final class VoiceCatalogue {

  /**
   * A voice.
   *
   * @param id the provider's own name of it
   * @param language BCP 47 tag
   * @param kind what else the provider has to know of it
   */
  record Voice(String id, String language, Gender gender, String kind) {}

  /** Asks the provider. */
  interface Source {
    List<Voice> load() throws SpeechException;
  }

  private final Source source;
  private volatile List<Voice> voices;

  VoiceCatalogue(Source source) {
    this.source = source;
  }

  boolean speaks(String language) throws SpeechException {
    String primary = Speaker.primary(language);
    return all().stream().anyMatch(v -> Speaker.primary(v.language()).equals(primary));
  }

  /** Whether the voice is known by now; asks nobody. */
  boolean has(String voiceId) {
    List<Voice> known = voices;
    return known != null && known.stream().anyMatch(v -> v.id().equals(voiceId));
  }

  /**
   * The named voice, whatever its language; else one of the language, of the same country and
   * gender if there is one.
   */
  Optional<Voice> choose(Speaker speaker) throws SpeechException {
    List<Voice> known = all();
    Optional<Voice> named =
        known.stream()
            .filter(v -> !speaker.voiceId().isEmpty() && v.id().equals(speaker.voiceId()))
            .findFirst();
    if (named.isPresent()) {
      return named;
    }
    String tag = normal(speaker.language());
    Comparator<Voice> sameCountry = Comparator.comparing(v -> !normal(v.language()).equals(tag));
    Comparator<Voice> sameGender =
        Comparator.comparing(v -> speaker.gender() != Gender.ANY && v.gender() != speaker.gender());
    return known.stream()
        .filter(v -> Speaker.primary(v.language()).equals(speaker.primaryLanguage()))
        .min(sameCountry.thenComparing(sameGender));
  }

  private List<Voice> all() throws SpeechException {
    List<Voice> known = voices;
    if (known == null) {
      // Two that ask at the same time do no harm.
      known = List.copyOf(source.load());
      voices = known;
    }
    return known;
  }

  private static String normal(String language) {
    return language.replace('_', '-').toLowerCase(Locale.ROOT);
  }
}
