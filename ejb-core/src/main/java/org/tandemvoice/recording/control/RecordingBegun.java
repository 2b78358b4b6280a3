package org.tandemvoice.recording.control;

import org.tandemvoice.call.entity.Call;
import org.tandemvoice.recording.entity.Recording;

/**
 * A call is about to be recorded, in the running transaction; nothing of it is there yet. Whoever
 * throws a {@code PlatformException} prevents it.
 */
public record RecordingBegun(Call call, Recording recording) {}
