package org.tandemvoice.recording.entity;

/** Why something is recorded. */
public enum RecordingPurpose {
  /** The conversation; a call has one such recording at a time. */
  CONVERSATION,
  /** A message somebody leaves, which the flow may play as soon as it has ended. */
  MESSAGE,
  /** A conference, as one of its parties says and hears it. */
  CONFERENCE
}
