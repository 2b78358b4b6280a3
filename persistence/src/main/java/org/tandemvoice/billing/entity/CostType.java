package org.tandemvoice.billing.entity;

import java.util.Locale;

/** What a billing is for (contract section 16). */
public enum CostType {
  CALL_PSTN_OUTGOING("call"),
  CALL_PSTN_INCOMING("call"),
  /** A call from the telephone network to a virtual number. */
  CALL_VN("call"),
  NUMBER("number"),
  /** Another term of a number. */
  NUMBER_RENEW("number_renew"),
  TTS("speaking"),
  RECORDING("recording"),
  /** No use at all: a platform administrator has changed the balance. */
  NONE("credit_adjustment");

  private final String reference;

  CostType(String reference) {
    this.reference = reference;
  }

  /** The kind of resource its reference is. */
  public String reference() {
    return reference;
  }

  public String text() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
  }
}
