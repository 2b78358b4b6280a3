package org.tandemvoice.sip.connector;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The MXBean over the running container. */
record SipAdapterGauges(
    Supplier<SipGauges> gauges, Admission admission, BooleanSupplier probeAnswered)
    implements SipMXBean {

  @Override
  public int getSipSessions() {
    return gauges.get().sipSessions();
  }

  @Override
  public int getApplicationSessions() {
    return gauges.get().applicationSessions();
  }

  @Override
  public int getServerTransactions() {
    return gauges.get().serverTransactions();
  }

  @Override
  public int getClientTransactions() {
    return gauges.get().clientTransactions();
  }

  @Override
  public int getDialogs() {
    return gauges.get().dialogs();
  }

  @Override
  public long getSessionsCreated() {
    return gauges.get().sessionsCreated();
  }

  @Override
  public long getSessionsDestroyed() {
    return gauges.get().sessionsDestroyed();
  }

  @Override
  public long getPacketsDropped() {
    return gauges.get().packetsDropped();
  }

  @Override
  public long getRejectedByCongestion() {
    return admission.rejectedByCongestion();
  }

  @Override
  public long getRejectedWhileDraining() {
    return admission.rejectedWhileDraining();
  }

  @Override
  public boolean isDraining() {
    return admission.draining();
  }

  @Override
  public boolean isProbeAnswered() {
    return probeAnswered.getAsBoolean();
  }
}
