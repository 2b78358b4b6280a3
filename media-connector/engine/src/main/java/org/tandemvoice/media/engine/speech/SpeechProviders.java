package org.tandemvoice.media.engine.speech;

import java.util.List;
import java.util.Optional;

/** Makes the providers that are configured; the classes of the others are never loaded. */
public final class SpeechProviders {

  private SpeechProviders() {}

  /**
   * The providers in the configured order.
   *
   * @throws IllegalArgumentException if the order names one that does not exist
   */
  public static List<SpeechProvider> of(SpeechSettings settings) {
    return settings.order().stream().flatMap(name -> provider(name, settings).stream()).toList();
  }

  private static Optional<SpeechProvider> provider(String name, SpeechSettings settings) {
    return switch (name) {
      case "freetts" -> Optional.of(new FreeTtsProvider());
      case "espeak-ng" -> Optional.of(new EspeakProvider(settings.espeakCommand()));
      case "marytts" -> settings.maryTts().map(MaryTtsProvider::new);
      case "gcp" -> settings.google().map(GoogleSpeechProvider::new);
      case "aws" -> settings.polly().map(PollyProvider::new);
      default ->
          throw new IllegalArgumentException(
              "the speech provider '"
                  + name
                  + "' is unknown; known are "
                  + String.join(", ", SpeechSettings.DEFAULT_ORDER));
    };
  }
}
