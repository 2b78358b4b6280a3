package org.tandemvoice.recording.entity;

import java.util.Locale;

/** The kinds of files (inventory section 18). */
public enum RecordingFormat {
  WAV("audio/wav"),
  MP3("audio/mpeg"),
  /** Opus in Ogg. */
  OGG("audio/ogg");

  private final String contentType;

  RecordingFormat(String contentType) {
    this.contentType = contentType;
  }

  public String contentType() {
    return contentType;
  }

  /** The suffix of its files, and how the API writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
