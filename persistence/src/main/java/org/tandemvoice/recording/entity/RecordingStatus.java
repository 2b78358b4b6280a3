package org.tandemvoice.recording.entity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The states of a recording (contract section 10, and {@link #FAILED}). They only move forward. */
public enum RecordingStatus {
  /** Ordered; the media has not begun yet. */
  INITIATING,
  /** Frames are being taken. */
  RECORDING,
  /** No frame comes any more; the file is being completed and stored. */
  STOPPING,
  /** The whole file is in the store. */
  ENDED,
  /** There is no file and will be none. */
  FAILED;

  /** The states that may follow this one. */
  public Set<RecordingStatus> next() {
    return switch (this) {
      case INITIATING -> EnumSet.of(RECORDING, STOPPING, FAILED);
      case RECORDING -> EnumSet.of(STOPPING, FAILED);
      case STOPPING -> EnumSet.of(ENDED, FAILED);
      case ENDED, FAILED -> EnumSet.noneOf(RecordingStatus.class);
    };
  }

  public boolean isFinal() {
    return this == ENDED || this == FAILED;
  }

  /** Whether it takes frames, or will. */
  public boolean isRunning() {
    return this == INITIATING || this == RECORDING;
  }

  /** As the API writes it: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
