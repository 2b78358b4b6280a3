package org.tandemvoice.stream.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.tandemvoice.stream.control.EventStream;
import org.tandemvoice.stream.control.Subscriber;

/**
 * {@code /v1.0/ws} and {@code /v1/ws}, one object for each connection. Who connects was checked by
 * {@link SocketFilter}. What is not JSON is ignored (contract section 13).
 */
@Dependent
@ServerEndpoint("/{version}/ws")
public class EventSocket {

  private static final Logger LOG = System.getLogger(EventSocket.class.getName());
  private static final int LONGEST_MESSAGE = 65_536;

  @Inject private EventStream stream;
  @Inject private SocketPulse pulse;

  private Subscriber subscriber;

  @OnOpen
  public void open(Session session, @PathParam("version") String version) {
    session.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
    SocketUser user = (SocketUser) session.getUserPrincipal();
    subscriber = stream.connect(user.identity(), user.credential(), new SocketConnection(session));
    pulse.begin(session);
  }

  @OnMessage
  public void told(String text, Session session) {
    pulse.heard(session);
    read(text).ifPresent(message -> stream.told(subscriber, message));
  }

  /** Some clients say in JSON what others say in a frame of its own; both keep the line open. */
  @OnMessage
  public void pong(PongMessage pong, Session session) {
    pulse.heard(session);
  }

  private static Optional<JsonObject> read(String text) {
    try (JsonParser parser = JSON.createParser(new StringReader(text))) {
      parser.next();
      return Optional.of(parser.getObject());
    } catch (RuntimeException notJson) {
      return Optional.empty();
    }
  }

  @OnError
  public void failed(Session session, Throwable failure) {
    LOG.log(Level.DEBUG, () -> "connection " + session.getId() + " failed: " + failure);
  }

  @OnClose
  public void closed(Session session, CloseReason reason) {
    pulse.end(session);
    if (subscriber != null) {
      stream.disconnect(subscriber);
    }
  }
}
