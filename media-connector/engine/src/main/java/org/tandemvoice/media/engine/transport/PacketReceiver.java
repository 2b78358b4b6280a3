package org.tandemvoice.media.engine.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.tandemvoice.media.engine.pace.NanoClock;
import org.tandemvoice.media.engine.pace.Urgency;

/**
 * Receives for many legs on one thread, which calls {@link #run}. Also closes their sockets and
 * gives ports back.
 */
public final class PacketReceiver implements Runnable {

  private static final Logger LOG = System.getLogger(PacketReceiver.class.getName());
  private static final int MAX_DATAGRAM = 2048;
  private static final long SELECT_MILLIS = 500;

  private record Socket(LegPorts leg, boolean isRtp) {}

  private final Selector selector;
  private final PortPool pool;
  private final NanoClock clock;
  private final Queue<LegPorts> opening = new ConcurrentLinkedQueue<>();
  private final Queue<LegPorts> closing = new ConcurrentLinkedQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(MAX_DATAGRAM);
  private final Consumer<SelectionKey> ready = this::receive;
  private volatile boolean stopped;

  public PacketReceiver(PortPool pool, NanoClock clock) {
    this.pool = pool;
    this.clock = clock;
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException("No selector for RTP sockets", e);
    }
  }

  /** Receives for the leg from now on. */
  public void open(LegPorts leg) {
    opening.add(leg);
    selector.wakeup();
  }

  /** Closes the leg's sockets and gives its ports back to the pool, soon. */
  public void close(LegPorts leg) {
    closing.add(leg);
    selector.wakeup();
  }

  /** Ends the loop; sockets still open are closed. */
  public void stop() {
    stopped = true;
    selector.wakeup();
  }

  @Override
  public void run() {
    Urgency.during(this::receive);
  }

  private void receive() {
    try (selector) {
      while (!stopped) {
        selector.select(ready, SELECT_MILLIS);
        admit();
        release();
      }
      admit();
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      release();
    } catch (IOException e) {
      LOG.log(Level.ERROR, "RTP sockets cannot be served any more", e);
    }
  }

  private void receive(SelectionKey key) {
    Socket socket = (Socket) key.attachment();
    try {
      socket.leg().receive(socket.isRtp(), buffer, clock);
    } catch (IOException e) {
      // An ICMP error on a socket that is being closed; the next packet is another try.
      LOG.log(Level.DEBUG, "receive", e);
    }
  }

  private void admit() throws IOException {
    for (LegPorts leg = opening.poll(); leg != null; leg = opening.poll()) {
      PortPair pair = leg.pair();
      // A leg may be closed before its turn to be admitted came.
      if (pair.rtp().isOpen()) {
        pair.rtp().register(selector, SelectionKey.OP_READ, new Socket(leg, true));
        pair.rtcp().register(selector, SelectionKey.OP_READ, new Socket(leg, false));
      }
    }
  }

  /**
   * A closed channel keeps its port until the selector has forgotten its key, hence the selection
   * in between.
   */
  private void release() throws IOException {
    if (closing.isEmpty()) {
      return;
    }
    List<PortPair> closed = new ArrayList<>();
    for (LegPorts leg = closing.poll(); leg != null; leg = closing.poll()) {
      leg.pair().close();
      closed.add(leg.pair());
    }
    selector.selectNow(ready);
    closed.forEach(pool::release);
  }
}
