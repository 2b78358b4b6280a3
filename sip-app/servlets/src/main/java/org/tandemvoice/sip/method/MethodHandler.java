package org.tandemvoice.sip.method;

import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;

/** Handles one SIP method: requests of it, and the responses to those that we sent. */
public interface MethodHandler {

  String method();

  /** Handles a request; its answer may come later and from elsewhere. */
  void handle(SipServletRequest request) throws IOException;

  /** Handles a response, provisional ones above 100 included. Most methods have nothing to do. */
  default void handle(SipServletResponse response) throws IOException {}
}
