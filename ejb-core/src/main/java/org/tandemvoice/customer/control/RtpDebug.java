package org.tandemvoice.customer.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.tandemvoice.json.control.JsonFields;

/**
 * The {@code metadata} of customers and numbers: {@code {"rtp_debug": true}} (contract Appendix A).
 * It is a note for whoever looks after the media, kept and shown, and of no effect on calls.
 */
public final class RtpDebug {

  private static final String FLAG = "rtp_debug";

  private RtpDebug() {}

  public static JsonObject of(boolean isWanted) {
    return Json.createObjectBuilder().add(FLAG, isWanted).build();
  }

  /** What a client wants; as before if it says nothing. */
  public static boolean read(JsonFields fields, boolean before) {
    return fields.flag(FLAG, before);
  }
}
