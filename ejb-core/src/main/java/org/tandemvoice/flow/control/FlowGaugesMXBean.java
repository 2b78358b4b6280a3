package org.tandemvoice.flow.control;

/** Gauges of flow executions for monitoring by JMX. All are 0 on an idle server. */
public interface FlowGaugesMXBean {

  /** Executions of this node that are not over; counted in the database. */
  long getRunningActiveflows();
}
