package org.tandemvoice.media;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Something that can be played to a party. */
public sealed interface Prompt {

  /**
   * Text to speak.
   *
   * @param text plain text or an SSML document
   * @param language BCP 47 tag, for instance {@code en-US}
   * @param provider preferred provider ({@code gcp}, {@code aws}) or empty for the default
   * @param voiceId the provider's own name of a voice, or empty
   */
  record Speech(String text, String language, String provider, String voiceId) implements Prompt {}

  /**
   * Audio files fetched by http or https, or {@code file:} below the platform's own media folder,
   * one after another.
   *
   * @param granted files elsewhere that the platform itself allows
   */
  record Files(List<URI> uris, Set<Path> granted) implements Prompt {

    public Files {
      uris = List.copyOf(uris);
      granted = Set.copyOf(granted);
    }

    public Files(List<URI> uris) {
      this(uris, Set.of());
    }
  }

  /** Nothing to hear for a time. */
  record Silence(Duration duration) implements Prompt {}

  /**
   * A steady tone.
   *
   * @param frequencyHz 100 to 3400
   */
  record Tone(int frequencyHz, Duration duration) implements Prompt {

    /** The beep before a message is recorded. */
    public static final Tone BEEP = new Tone(1_000, Duration.ofMillis(300));

    public Tone {
      if (frequencyHz < 100 || frequencyHz > 3_400) {
        throw new IllegalArgumentException(
            "A tone of " + frequencyHz + " Hz cannot be heard on every telephone");
      }
    }
  }

  /** The party hears itself for a time. */
  record Echo(Duration duration) implements Prompt {}
}
