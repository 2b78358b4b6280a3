package org.tandemvoice.sip.connector;

import java.util.function.BooleanSupplier;

/** The MXBean over the running container. */
record SipAdapterGauges(SipContainer container, Admission admission, BooleanSupplier probeAnswered)
    implements SipMXBean {

  @Override
  public int getSipSessions() {
    return container.gauges().sipSessions();
  }

  @Override
  public int getApplicationSessions() {
    return container.gauges().applicationSessions();
  }

  @Override
  public int getServerTransactions() {
    return container.gauges().serverTransactions();
  }

  @Override
  public int getClientTransactions() {
    return container.gauges().clientTransactions();
  }

  @Override
  public int getDialogs() {
    return container.gauges().dialogs();
  }

  @Override
  public long getSessionsCreated() {
    return container.gauges().sessionsCreated();
  }

  @Override
  public long getSessionsDestroyed() {
    return container.gauges().sessionsDestroyed();
  }

  @Override
  public long getPacketsDropped() {
    return container.packetsDropped();
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
