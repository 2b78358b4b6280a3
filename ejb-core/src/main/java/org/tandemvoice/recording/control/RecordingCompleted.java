package org.tandemvoice.recording.control;

import org.tandemvoice.recording.entity.Recording;

/** A recording of a call is whole, in the running transaction, the last that is told of it. */
public record RecordingCompleted(Recording recording) {}
