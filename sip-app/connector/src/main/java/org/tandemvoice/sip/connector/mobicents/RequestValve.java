package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPMessageValve;
import javax.sip.SipStack;
import javax.sip.message.Response;

/** A valve that judges requests, lets every response pass, and needs no set-up. */
interface RequestValve extends SIPMessageValve {

  @Override
  default boolean processResponse(Response response, MessageChannel channel) {
    return true;
  }

  @Override
  default void init(SipStack stack) {}

  @Override
  default void destroy() {}
}
