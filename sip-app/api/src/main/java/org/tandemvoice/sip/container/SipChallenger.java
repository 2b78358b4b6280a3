package org.tandemvoice.sip.container;

import java.util.Optional;

/**
 * Says what a request is answered of which nothing shall be kept: no transaction, no session (RFC
 * 3261 section 8.2.7, which asks for it where a challenge is all there is to say). It must not wait
 * and must not throw.
 */
@FunctionalInterface
public interface SipChallenger {

  /** The answer to a request outside of dialogs; empty if it is to be delivered. */
  Optional<SipAnswer> challenge(SipArrival arrival);
}
