package org.tandemvoice.recording.control;

import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.recording.entity.RecordingStatus;

/** Which recordings of a customer are listed: those of one call, or in one state, or all. */
public record RecordingFilter(Optional<UUID> call, Optional<RecordingStatus> status) {}
