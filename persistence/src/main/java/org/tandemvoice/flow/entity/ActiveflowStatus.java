package org.tandemvoice.flow.entity;

import java.util.Locale;

/** Whether a flow execution goes on (contract, FlowManagerActiveflow). */
public enum ActiveflowStatus {
  /** It has actions left, or waits for one. */
  RUNNING,
  /** It is over: no action left, stopped, failed, or its call has ended. */
  ENDED;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
