package org.tandemvoice.carrier.control;

import java.util.UUID;

/** Asks providers whether they are there; implemented by the SIP servlets. */
public interface ProviderProbe {

  /**
   * Sends OPTIONS (RFC 3261 section 11). An answer, whatever it says, is told to {@link
   * ProviderHealth#answered}; silence is not told.
   *
   * @param uri {@code sip:host:port;transport=udp}
   */
  void ask(UUID provider, String uri);
}
