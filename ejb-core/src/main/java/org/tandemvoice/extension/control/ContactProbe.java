package org.tandemvoice.extension.control;

import java.util.UUID;

/** Asks registered contacts whether they are there; implemented by the SIP servlets. */
public interface ContactProbe {

  /**
   * Sends OPTIONS (RFC 3261 section 11), which also keeps the way through a NAT open. An answer,
   * whatever it says, is told to {@link ContactHealth#answered}; silence is not told.
   *
   * @param contact the contact as registered
   * @param flow where to really send, as a SIP URI with its transport; empty if to the contact
   */
  void ask(UUID binding, String contact, String flow);
}
