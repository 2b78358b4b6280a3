package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.DialogTimeoutEvent;
import gov.nist.javax.sip.SipListenerExt;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;

/**
 * Stands between the stack and the container and makes sure that a thread owns no application
 * session any more when its event is over.
 */
final class EventGate implements SipListenerExt {

  private final SipListenerExt container;
  private final SessionLocks locks;

  EventGate(SipListenerExt container, SessionLocks locks) {
    this.container = container;
    this.locks = locks;
  }

  private void pass(Runnable event) {
    int depth = locks.depth();
    try {
      event.run();
    } finally {
      locks.releaseTo(depth);
    }
  }

  @Override
  public void processRequest(RequestEvent event) {
    pass(() -> container.processRequest(event));
  }

  @Override
  public void processResponse(ResponseEvent event) {
    pass(() -> container.processResponse(event));
  }

  @Override
  public void processTimeout(TimeoutEvent event) {
    pass(() -> container.processTimeout(event));
  }

  @Override
  public void processIOException(IOExceptionEvent event) {
    pass(() -> container.processIOException(event));
  }

  @Override
  public void processTransactionTerminated(TransactionTerminatedEvent event) {
    pass(() -> container.processTransactionTerminated(event));
  }

  @Override
  public void processDialogTerminated(DialogTerminatedEvent event) {
    pass(() -> container.processDialogTerminated(event));
  }

  @Override
  public void processDialogTimeout(DialogTimeoutEvent event) {
    pass(() -> container.processDialogTimeout(event));
  }
}
