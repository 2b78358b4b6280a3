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
  @Inject private CallQueries queries;
  @Inject private CallTimers timers;

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
    // Asked after it was opened: if the call ends from here on, CloseMedia finds the session.
    if (queries.isOver(call)) {
      session.close();
    }
    return session;
  }
}
