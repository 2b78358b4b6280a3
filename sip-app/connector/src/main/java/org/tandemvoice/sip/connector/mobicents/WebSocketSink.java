package org.tandemvoice.sip.connector.mobicents;

import java.io.IOException;
import org.tandemvoice.sip.connector.WebSocketServer;

/** Where a WebSocket connection's messages go, and how its bytes are written, plain or by TLS. */
record WebSocketSink(ConnectionIntake intake, Writer writer, Writer lastWriter)
    implements WebSocketServer.Sink {

  /** Writes bytes to the peer. */
  @FunctionalInterface
  interface Writer {
    void write(byte[] bytes) throws IOException;
  }

  @Override
  public void message(byte[] message) {
    intake.message(message);
  }

  @Override
  public void last(byte[] bytes) throws IOException {
    lastWriter.write(bytes);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    writer.write(bytes);
  }
}
