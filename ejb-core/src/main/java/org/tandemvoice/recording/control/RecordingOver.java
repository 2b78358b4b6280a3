package org.tandemvoice.recording.control;

import org.tandemvoice.recording.entity.Recording;

/**
 * A recording of a call is whole, or will never be and has no duration; the last that is told of it
 * in the running transaction.
 */
public record RecordingOver(Recording recording) {}
