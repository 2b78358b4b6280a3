package org.tandemvoice.media.engine.prompt;

import java.util.UUID;

/** Hears once of each playback's end. Called on the leg's owner thread. */
public interface PlaybackListener {

  void playbackFinished(UUID playbackId);

  void playbackFailed(UUID playbackId, String reason);
}
