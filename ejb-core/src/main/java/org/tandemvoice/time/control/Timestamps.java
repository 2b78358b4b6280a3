package org.tandemvoice.time.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Timestamps as the API writes and reads them: UTC with microseconds, a sentinel for what has not
 * happened (C-03 to C-06).
 */
@ApplicationScoped
public class Timestamps {

  private static final Instant UNSET = LocalDateTime.of(9999, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SPACE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private DateTimeFormatter output = ISO;
  private String unset = ISO.format(UNSET);

  protected Timestamps() {}

  /**
   * @param style {@code TIMESTAMP_STYLE}: {@code iso} (2026-02-21T10:00:00.000000Z) or {@code
   *     space} (2021-02-04 04:44:20.904662, as the older seeds write it)
   */
  @Inject
  public Timestamps(@ConfigProperty(name = "TIMESTAMP_STYLE", defaultValue = "iso") String style) {
    output = style.equals("space") ? SPACE : ISO;
    unset = output.format(UNSET);
  }

  public String text(Instant instant) {
    return output.format(instant);
  }

  /** The sentinel 9999-01-01 00:00:00.000000 in the present style if it has not happened (C-04). */
  public String text(Optional<Instant> instant) {
    return instant.map(this::text).orElse(unset);
  }

  /**
   * Reads either style, with or without {@code Z} and with any number of fraction digits; empty if
   * it is neither.
   */
  public Optional<Instant> parse(String text) {
    String iso = text.strip().replace(' ', 'T');
    try {
      return Optional.of(Instant.parse(iso.endsWith("Z") ? iso : iso + "Z"));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
