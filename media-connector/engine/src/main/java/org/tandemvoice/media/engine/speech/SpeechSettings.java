package org.tandemvoice.media.engine.speech;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which voices an operator has, and in which order they are asked.
 *
 * @param order names of providers, the preferred one first; a provider that is not named is not
 *     used
 * @param espeakCommand the command of espeak-ng
 * @param maryTts address of a MaryTTS server
 */
public record SpeechSettings(
    List<String> order,
    String espeakCommand,
    Optional<URI> maryTts,
    Optional<Google> google,
    Optional<Polly> polly) {

  /** Clouds first, where they are configured; then what speaks offline. */
  public static final List<String> DEFAULT_ORDER =
      List.of("gcp", "aws", "marytts", "freetts", "espeak-ng");

  public SpeechSettings {
    order = List.copyOf(order);
  }

  /** The embedded voice, and espeak-ng where it is installed. */
  public static SpeechSettings offline() {
    return new SpeechSettings(
        DEFAULT_ORDER, "espeak-ng", Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Google Cloud Text-to-Speech.
   *
   * @param credentials a service account's key file
   */
  public record Google(URI endpoint, Optional<String> apiKey, Optional<Path> credentials) {}

  /**
   * Amazon Polly.
   *
   * @param accessKeyId empty for the SDK's own search
   * @param engine preferred for voices that have it: neural, standard, long-form, generative
   * @param endpoint in place of the region's own
   */
  public record Polly(
      String region,
      String accessKeyId,
      String secretAccessKey,
      String engine,
      Optional<URI> endpoint) {}
}
