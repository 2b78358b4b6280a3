package org.tandemvoice.call.control;

/** Gauges of calls for monitoring by JMX. All are 0 on an idle server. */
public interface CallGaugesMXBean {

  /** Calls of this node that are not over. */
  int getOpenCalls();

  /** Calls with commands waiting or running. */
  int getBusyLanes();

  /** Calls with timers. */
  int getCallsWithTimers();
}
