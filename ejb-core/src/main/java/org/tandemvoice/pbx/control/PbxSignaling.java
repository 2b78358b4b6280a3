package org.tandemvoice.pbx.control;

/** The signaling side of registrations at other systems; implemented by the SIP servlets. */
public interface PbxSignaling {

  /** Whether anything can be sent yet. */
  boolean isReady();

  /**
   * Sends REGISTER (RFC 3261 section 10.2) and answers its challenges. What comes of it is told to
   * {@link PbxRegistrations}, silence and what cannot be sent included.
   */
  void register(PbxAttempt attempt);

  /**
   * Asks to be told of the user's calls, or goes on with it, by SUBSCRIBE (RFC 6665 section 4.1,
   * RFC 4235). What comes of it is told to {@link PbxRegistrations}.
   */
  void subscribe(PbxAttempt attempt);
}
