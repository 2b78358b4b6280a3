package org.tandemvoice.recording.control;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A recording as it can be played in a call.
 *
 * @param granted the file, if it lies on this server
 */
public record RecordedFile(URI uri, Optional<Path> granted) {}
