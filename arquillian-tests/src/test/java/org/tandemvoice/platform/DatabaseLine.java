package org.tandemvoice.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The line between a server and MariaDB, which a test can cut, or hold so that nothing arrives and
 * nothing fails.
 */
public final class DatabaseLine implements AutoCloseable {

  private final URI database;
  private final ServerSocket listener;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private boolean held;
  private volatile boolean cut;

  private DatabaseLine(URI database) throws IOException {
    this.database = database;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  /**
   * A line to the database of that JDBC URL.
   *
   * @param jdbcUrl {@code jdbc:mariadb://host:port/schema}
   */
  static DatabaseLine to(String jdbcUrl) {
    try {
      return new DatabaseLine(URI.create(jdbcUrl.substring("jdbc:".length())));
    } catch (IOException cannotListen) {
      throw new UncheckedIOException(cannotListen);
    }
  }

  /** The JDBC URL of this end of the line. */
  String url() {
    return "jdbc:mariadb://127.0.0.1:" + listener.getLocalPort() + database.getPath();
  }

  /** Ends every connection and refuses new ones until {@link #mend()}. */
  public void cut() {
    cut = true;
    closeAll();
  }

  /** Lets every byte wait until {@link #mend()}. */
  public synchronized void hold() {
    held = true;
  }

  public synchronized void mend() {
    held = false;
    cut = false;
    notifyAll();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket near = listener.accept();
        if (cut) {
          near.close();
        } else {
          connect(near);
        }
      } catch (IOException closed) {
        continue; // the loop ends when it was the listener
      }
    }
  }

  private void connect(Socket near) throws IOException {
    Socket far = new Socket(database.getHost(), database.getPort());
    sockets.addAll(List.of(near, far));
    daemon(() -> pass(near, far));
    daemon(() -> pass(far, near));
  }

  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        awaitRelease();
        to.getOutputStream().write(buffer, 0, read);
      }
    } catch (IOException closed) {
      sockets.removeAll(List.of(from, to));
    }
  }

  private synchronized void awaitRelease() throws IOException {
    try {
      while (held) {
        wait();
      }
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }

  private void closeAll() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    sockets.clear();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "database-line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    mend();
    closeAll();
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
