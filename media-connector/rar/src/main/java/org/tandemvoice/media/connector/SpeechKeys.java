package org.tandemvoice.media.connector;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tandemvoice.media.engine.speech.SpeechSettings;

/**
 * The configuration keys of the voices. A cloud or server without its first key is not used.
 *
 * <pre>
 * TTS_PROVIDERS          gcp,aws,marytts,freetts,espeak-ng  which voices are used, the preferred first
 * ESPEAK_COMMAND         espeak-ng                          command of espeak-ng, a path or found on PATH
 * MARYTTS_URL                                               address of a MaryTTS server, for instance http://tts:59125
 * GCP_TTS_CREDENTIALS                                       key file of a Google service account
 * GCP_TTS_API_KEY                                           or a key of Google's; one of both switches gcp on
 * GCP_TTS_URL            https://texttospeech.googleapis.com
 * AWS_POLLY_REGION                                          region of Amazon Polly, for instance eu-west-1
 * AWS_POLLY_ACCESS_KEY_ID, AWS_POLLY_SECRET_ACCESS_KEY      without them the AWS SDK's own search
 * AWS_POLLY_ENGINE       neural                             for voices that have it: neural, standard, long-form, generative
 * AWS_POLLY_URL                                             address in place of the region's own
 * </pre>
 */
final class SpeechKeys {

  private final Function<String, Optional<String>> values;

  /** Looks keys up in any source; an empty answer means the default. */
  SpeechKeys(Function<String, Optional<String>> values) {
    this.values = values;
  }

  /**
   * The settings.
   *
   * @throws IllegalArgumentException naming the key and its value if one is malformed
   */
  SpeechSettings settings() {
    return new SpeechSettings(
        order(), text("ESPEAK_COMMAND", "espeak-ng"), address("MARYTTS_URL"), google(), polly());
  }

  private List<String> order() {
    List<String> given =
        values
            .apply("TTS_PROVIDERS")
            .map(v -> Arrays.stream(v.split(",")).map(String::strip).toList())
            .orElse(SpeechSettings.DEFAULT_ORDER);
    for (String name : given) {
      if (!SpeechSettings.DEFAULT_ORDER.contains(name)) {
        throw new IllegalArgumentException(
            "TTS_PROVIDERS names '"
                + name
                + "'; there are "
                + String.join(", ", SpeechSettings.DEFAULT_ORDER));
      }
    }
    return given;
  }

  private Optional<SpeechSettings.Google> google() {
    Optional<String> apiKey = values.apply("GCP_TTS_API_KEY");
    Optional<Path> credentials = values.apply("GCP_TTS_CREDENTIALS").map(Path::of);
    if (credentials.isPresent() && !Files.isReadable(credentials.get())) {
      throw new IllegalArgumentException(
          "GCP_TTS_CREDENTIALS is '" + credentials.get() + "', which is no file that can be read");
    }
    if (apiKey.isEmpty() && credentials.isEmpty()) {
      return Optional.empty();
    }
    URI endpoint = address("GCP_TTS_URL").orElse(URI.create("https://texttospeech.googleapis.com"));
    return Optional.of(new SpeechSettings.Google(endpoint, apiKey, credentials));
  }

  private Optional<SpeechSettings.Polly> polly() {
    return values
        .apply("AWS_POLLY_REGION")
        .map(
            region ->
                new SpeechSettings.Polly(
                    region,
                    text("AWS_POLLY_ACCESS_KEY_ID", ""),
                    text("AWS_POLLY_SECRET_ACCESS_KEY", ""),
                    text("AWS_POLLY_ENGINE", "neural"),
                    address("AWS_POLLY_URL")));
  }

  private Optional<URI> address(String key) {
    return values.apply(key).map(given -> address(key, given));
  }

  private static URI address(String key, String given) {
    try {
      URI address = new URI(given);
      if (address.getHost() != null
          && (address.getScheme().equals("http") || address.getScheme().equals("https"))) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(key + " is '" + given + "', which is no address", e);
    }
    throw new IllegalArgumentException(
        key + " is '" + given + "', which is no http or https address of a host");
  }

  private String text(String key, String normal) {
    return values.apply(key).orElse(normal);
  }
}
