package org.tandemvoice.stream.boundary;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.tandemvoice.stream.control.Connection;

/** A WebSocket as the stream sees it. */
final class SocketConnection implements Connection {

  private static final Logger LOG = System.getLogger(SocketConnection.class.getName());
  private static final long SEND_TIMEOUT_MS = 10_000;

  private final Session session;

  SocketConnection(Session session) {
    this.session = session;
    session.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MS);
  }

  @Override
  public void send(String text, Runnable sent) {
    if (!session.isOpen()) {
      return;
    }
    session
        .getAsyncRemote()
        .sendText(
            text,
            result -> {
              if (result.isOK()) {
                sent.run();
              } else {
                close(CloseCodes.TRY_AGAIN_LATER.getCode(), "too slow: reconnect");
              }
            });
  }

  @Override
  public void close(int code, String reason) {
    try {
      session.close(new CloseReason(CloseCodes.getCloseCode(code), reason));
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, () -> "connection " + session.getId() + " was gone: " + gone);
    }
  }
}
