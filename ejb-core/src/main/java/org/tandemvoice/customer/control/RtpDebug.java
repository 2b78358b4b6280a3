package org.tandemvoice.customer.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.json.JsonObject;
import org.tandemvoice.json.control.JsonFields;

/**
 * The {@code metadata} of customers and numbers: {@code {"rtp_debug": true}} (contract Appendix A).
 * With it on, the capture files of calls hold their RTP.
 */
public final class RtpDebug {

  private static final String FLAG = "rtp_debug";

  private RtpDebug() {}

  public static JsonObject of(boolean isWanted) {
    return JSON.createObjectBuilder().add(FLAG, isWanted).build();
  }

  /** What a client wants; as before if it says nothing. */
  public static boolean read(JsonFields fields, boolean before) {
    return fields.flag(FLAG, before);
  }
}
