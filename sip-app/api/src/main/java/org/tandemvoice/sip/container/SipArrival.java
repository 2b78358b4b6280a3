package org.tandemvoice.sip.container;

import java.util.Optional;

/** A received request of which nothing has been kept yet. */
public interface SipArrival {

  /** Its method. */
  String method();

  /** Its Request-URI as text. */
  String requestUri();

  /** The first value of a header; empty if it has none of this name. */
  Optional<String> header(String name);
}
