package org.tandemvoice.stream.boundary;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Pings every connection and ends those that have not been heard for a minute (contract 13). */
@ApplicationScoped
@ManagedScheduledExecutorDefinition(name = "java:app/concurrent/SocketPulse", maxAsync = 1)
public class SocketPulse {

  private static final Logger LOG = System.getLogger(SocketPulse.class.getName());
  private static final int PERIOD_SECONDS = 10;
  private static final Duration SILENCE = Duration.ofSeconds(60);

  @Resource(lookup = "java:app/concurrent/SocketPulse")
  private ManagedScheduledExecutorService executor;

  private final Map<Session, Long> heardNs = new ConcurrentHashMap<>();
  private Future<?> beat;

  /** A connection is open. */
  public void begin(Session session) {
    heard(session);
    synchronized (this) {
      if (beat == null) {
        beat =
            executor.scheduleWithFixedDelay(
                this::beat, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  /** Something came from the client. */
  public void heard(Session session) {
    heardNs.put(session, System.nanoTime());
  }

  public void end(Session session) {
    heardNs.remove(session);
  }

  private void beat() {
    heardNs.forEach(this::beat);
  }

  private void beat(Session session, long lastNs) {
    try {
      if (!session.isOpen()) {
        heardNs.remove(session);
      } else if (System.nanoTime() - lastNs > SILENCE.toNanos()) {
        session.close(new CloseReason(CloseCodes.GOING_AWAY, "no pong for a minute"));
      } else {
        session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
      }
    } catch (IOException | IllegalStateException gone) {
      LOG.log(Level.DEBUG, () -> "connection " + session.getId() + " was gone: " + gone);
    }
  }

  @PreDestroy
  synchronized void stop() {
    if (beat != null) {
      beat.cancel(false);
    }
  }
}
