package org.tandemvoice.sip.auth;

import java.time.Duration;
import org.tandemvoice.extension.control.ExtensionCredential;

/** What came of looking at the credentials of a request. */
public sealed interface AuthOutcome {

  /** The sender is this extension. */
  record Authenticated(ExtensionCredential credential) implements AuthOutcome {}

  /**
   * The sender is to prove who it is.
   *
   * @param stale the password was right, only the nonce was too old: the client should not ask its
   *     user again
   */
  record Challenged(String realm, String nonce, boolean stale) implements AuthOutcome {}

  /** Too many failures; the sender is to wait. */
  record Throttled(Duration retryAfter) implements AuthOutcome {}
}
