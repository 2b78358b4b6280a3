package org.tandemvoice.call.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.MediaSessionFactory;

/**
 * What a leg command works with: signaling, media, timers, and the manager that takes the facts.
 */
@ApplicationScoped
public class Switchboard {

  @Inject private LegSignaling signaling;
  @Inject private CallManager calls;
  @Inject private CallTimers timers;

  /** The last calls that ended; a command comes seconds behind the end at the most. */
  private final LatestCalls<Boolean> closed = new LatestCalls<>();

  @Resource(lookup = "java:/eis/Media")
  private MediaSessionFactory media;

  public LegSignaling signaling() {
    return signaling;
  }

  public CallManager calls() {
    return calls;
  }

  public CallTimers timers() {
    return timers;
  }

  public MediaSessionFactory media() {
    return media;
  }

  /**
   * The media of this call, opened now if it was not. That of a call that is over takes no
   * commands: what changes its lane with its master can come after {@code CloseMedia}.
   */
  public MediaSession mediaOf(CallId call) {
    return media.find(call.value()).orElseGet(() -> opened(call));
  }

  private MediaSession opened(CallId call) {
    MediaSession session = media.open(call.value());
    // Asked after it was opened: if the call ends from here on, its session is found.
    if (closed.find(call).isPresent()) {
      session.close();
    }
    return session;
  }

  /** The call is over: its media is freed, and none is opened for it any more. */
  public void closeMedia(CallId call) {
    closed.note(call, true);
    media.find(call.value()).ifPresent(MediaSession::close);
  }
}
