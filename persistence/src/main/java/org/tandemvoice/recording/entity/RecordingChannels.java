package org.tandemvoice.recording.entity;

/** How the two sides share the file (inventory section 18). */
public enum RecordingChannels {
  /** One track with both. */
  MIXED,
  /** Left what the party of the call says, right what it hears. */
  STEREO
}
