package org.tandemvoice.sip.container;

/** Is shown the messages of calls on the wire. It must not wait and must not throw. */
@FunctionalInterface
public interface SipTracer {

  /** A message as it was received, or as it goes out. Called on the thread that has it. */
  void passed(WireMessage message);
}
