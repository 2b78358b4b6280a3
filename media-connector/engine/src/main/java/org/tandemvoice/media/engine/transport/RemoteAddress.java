package org.tandemvoice.media.engine.transport;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where the other side is: at first where its SDP says, then where its packets really come from
 * (symmetric RTP, RFC 4961), so that phones behind a NAT are heard and hear. The receiving thread
 * calls {@link #accepts}, the sender reads {@link #target}.
 *
 * <p>A first packet binds us to its source. Another source takes over only if it is the address of
 * the SDP, or if the bound one was silent for a second and the other sent three packets. A new SDP
 * address undoes the binding; for a second the old source is still heard but binds no more.
 */
public final class RemoteAddress {

  private static final long SILENT_NANOS = 1_000_000_000L;
  private static final int PACKETS_TO_TAKE_OVER = 3;

  /** What an SDP said; {@code address} is empty if it named none we can send to. */
  private record Signalled(Optional<InetSocketAddress> address, long sinceNanos) {}

  private record Binding(InetSocketAddress source, Signalled under) {}

  private volatile Signalled signalled;
  private volatile Binding binding;
  private volatile boolean paused;
  private long lastHeardNanos;
  private InetSocketAddress candidate;
  private int candidatePackets;

  /** An SDP named this address, or none. The same as before changes nothing. */
  public void signal(Optional<InetSocketAddress> address, long nowNanos) {
    paused = false;
    Signalled before = signalled;
    if (before == null || !before.address().equals(address)) {
      signalled = new Signalled(address, nowNanos);
    }
  }

  /** Nothing is to be sent until the next {@link #signal}; whom we are bound to is kept. */
  public void pause(long nowNanos) {
    if (signalled == null) {
      signalled = new Signalled(Optional.empty(), nowNanos);
    }
    paused = true;
  }

  /**
   * Whom to send to; null if that is not known yet. Null and not Optional, because it is asked for
   * every packet.
   */
  public InetSocketAddress target() {
    Signalled named = signalled;
    Binding bound = binding;
    if (paused) {
      return null;
    }
    if (bound != null && bound.under() == named) {
      return bound.source();
    }
    return named == null ? null : named.address().orElse(null);
  }

  /**
   * Whether a packet from there belongs to this leg. Nothing is accepted before an SDP was seen.
   */
  public boolean accepts(InetSocketAddress source, long nowNanos) {
    Signalled named = signalled;
    if (named == null) {
      return false;
    }
    Binding bound = binding;
    if (bound == null || bound.under() != named) {
      boolean leftOver =
          bound != null
              && source.equals(bound.source())
              && !isNamed(named, source)
              && nowNanos - named.sinceNanos() < SILENT_NANOS;
      return leftOver || bind(source, named, nowNanos);
    }
    if (source == bound.source() || source.equals(bound.source())) {
      lastHeardNanos = nowNanos;
      candidatePackets = 0;
      return true;
    }
    if (isNamed(named, source)) {
      return bind(source, named, nowNanos);
    }
    return nowNanos - lastHeardNanos > SILENT_NANOS
        && proves(source)
        && bind(source, named, nowNanos);
  }

  private boolean proves(InetSocketAddress source) {
    if (!source.equals(candidate)) {
      candidate = source;
      candidatePackets = 0;
    }
    candidatePackets++;
    return candidatePackets >= PACKETS_TO_TAKE_OVER;
  }

  private boolean bind(InetSocketAddress source, Signalled named, long nowNanos) {
    binding = new Binding(source, named);
    lastHeardNanos = nowNanos;
    candidatePackets = 0;
    return true;
  }

  private static boolean isNamed(Signalled named, InetSocketAddress source) {
    return named.address().isPresent() && named.address().get().equals(source);
  }
}
