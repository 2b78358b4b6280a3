package org.tandemvoice.sip.auth;

import java.time.Duration;
import java.util.List;
import org.tandemvoice.extension.control.ExtensionCredential;
import org.tandemvoice.trunk.control.TrunkCredential;

/** What came of looking at the credentials of a request. */
public sealed interface AuthOutcome {

  /** The sender is this extension. */
  record Authenticated(ExtensionCredential credential) implements AuthOutcome {}

  /** The sender is this trunk. */
  record AuthenticatedTrunk(TrunkCredential credential) implements AuthOutcome {}

  /**
   * The sender is to prove who it is.
   *
   * @param algorithms one challenge is to be made for each, in this order (RFC 8760 section 2.3)
   * @param stale the password was right, only the nonce was too old: the client should not ask its
   *     user again
   */
  record Challenged(String realm, String nonce, boolean stale, List<DigestAlgorithm> algorithms)
      implements AuthOutcome {}

  /** Too many failures; the sender is to wait. */
  record Throttled(Duration retryAfter) implements AuthOutcome {}
}
