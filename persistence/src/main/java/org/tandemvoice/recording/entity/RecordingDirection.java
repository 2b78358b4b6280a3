package org.tandemvoice.recording.entity;

/** Which side of the call is recorded (inventory section 18). */
public enum RecordingDirection {
  /** What the party of the call says. */
  IN,
  /** What it hears: the system and other parties. */
  OUT,
  /** Both. */
  BOTH
}
