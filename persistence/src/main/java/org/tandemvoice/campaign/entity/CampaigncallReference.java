package org.tandemvoice.campaign.entity;

import java.util.Locale;

/** What carries out a try. */
public enum CampaigncallReference {
  /** Nothing: it was refused. */
  NONE,
  /** A call, or a groupcall until one of its calls is answered. */
  CALL,
  /** An execution of a flow without a call. */
  FLOW;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
