package org.tandemvoice.sip.connector;

import java.time.Clock;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/**
 * Decides at the door, before any state exists, which requests are refused: new calls and
 * registrations while draining or congested, and all new requests of a source that sends too many.
 * Requests inside a dialog, ACK and CANCEL always pass, so that what runs can end.
 */
public final class Admission {

  /** What becomes of a request. */
  public enum Verdict {
    /** It goes on to the transaction layer. */
    ADMIT,
    /** 503: no application is there yet, or none any more. */
    CLOSED,
    /** 503: the server is about to stop. */
    DRAINING,
    /** 503: a limit is exceeded. */
    CONGESTED,
    /** 503: its source is above its rate. */
    TOO_FAST
  }

  private final SourceRate rate;
  private final Gauge transactions;
  private final Gauge sessions;
  private final Gauge wait;
  private final Gauge heapPercent;
  private final LongAdder rejectedByCongestion = new LongAdder();
  private final LongAdder rejectedWhileDraining = new LongAdder();
  private volatile boolean open;
  private volatile boolean draining;

  /**
   * With the limits of the settings, applied to what the suppliers measure.
   *
   * @param wait how long the next new request has waited, in milliseconds
   */
  public Admission(
      SipSettings settings,
      Clock clock,
      IntSupplier transactions,
      IntSupplier sessions,
      IntSupplier wait) {
    this.rate = new SourceRate(settings.limits().sourceRate(), clock);
    this.transactions = new Gauge(settings.limits().maxTransactions(), transactions);
    this.sessions = new Gauge(settings.limits().maxSessions(), sessions);
    this.wait = new Gauge(settings.limits().maxWait(), wait);
    this.heapPercent = new Gauge(settings.limits().maxHeapPercent(), new HeapAfterCollection());
  }

  /**
   * Judges one request and counts it if it is refused.
   *
   * @param inDialog whether it has a To tag
   * @param source the address the packet came from
   */
  public Verdict judge(String method, boolean inDialog, String source) {
    if (inDialog || method.equals("ACK") || method.equals("CANCEL")) {
      return Verdict.ADMIT;
    }
    if (!open) {
      return Verdict.CLOSED;
    }
    if (method.equals("INVITE") || method.equals("REGISTER")) {
      if (draining) {
        rejectedWhileDraining.increment();
        return Verdict.DRAINING;
      }
      if (congested()) {
        rejectedByCongestion.increment();
        return Verdict.CONGESTED;
      }
    }
    if (!rate.permits(source)) {
      rejectedByCongestion.increment();
      return Verdict.TOO_FAST;
    }
    return Verdict.ADMIT;
  }

  /** Measures what is too slow to be measured for each request; called once a second. */
  public void measure() {
    heapPercent.measure();
  }

  /** Whether one of the limits is exceeded. */
  public boolean congested() {
    return heapPercent.exceeded() | transactions.measure() | sessions.measure() | wait.measure();
  }

  /** Lets requests in, once an application is there to receive them. */
  public void open(boolean toAll) {
    open = toAll;
  }

  /** Begins or ends to refuse new calls. */
  public void drain(boolean drain) {
    draining = drain;
  }

  /** Whether new calls are refused because the server stops. */
  public boolean draining() {
    return draining;
  }

  /** Refused because of a limit or a rate. */
  public long rejectedByCongestion() {
    return rejectedByCongestion.sum();
  }

  /** Refused while draining. */
  public long rejectedWhileDraining() {
    return rejectedWhileDraining.sum();
  }

  /** A value with a limit; once exceeded it has to fall below nine tenths to be good again. */
  private static final class Gauge {

    private final int limit;
    private final IntSupplier value;
    private volatile boolean exceeded;

    Gauge(int limit, IntSupplier value) {
      this.limit = limit;
      this.value = value;
    }

    boolean measure() {
      if (limit > 0) {
        int now = value.getAsInt();
        exceeded = exceeded ? now > limit * 0.9 : now > limit;
      }
      return exceeded;
    }

    boolean exceeded() {
      return exceeded;
    }
  }
}
