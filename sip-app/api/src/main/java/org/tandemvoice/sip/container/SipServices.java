package org.tandemvoice.sip.container;

import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSessionsUtil;
import javax.servlet.sip.TimerService;

/**
 * The SIP container as application code sees it, from any thread. The objects are those that a
 * servlet finds in its ServletContext (JSR 289 section 4.2 and 15.2). Injectable in every module of
 * the EAR; calls before {@link SipApplication#started} end with an IllegalStateException.
 *
 * <p><b>Threads.</b> A delivery owns the application session of its message: no other delivery or
 * {@link #within} of that application session runs at the same time. Code on any other thread (an
 * executor, an EJB timer, a REST request) must touch sessions, messages and linked sessions of an
 * application session, and send on them, only inside {@link #within} of it. {@code SipFactory}
 * itself is free of threads: create the application session first, then build and send the INVITE
 * inside {@code within}. Whoever owns one application session (in a delivery or in {@code within})
 * must not enter another one, as two such threads could wait for each other: hand that work to an
 * executor. Entering the one already owned is allowed. Hold no database lock while entering.
 */
public interface SipServices {

  /** The factory of requests, addresses and application sessions. */
  SipFactory factory();

  /** Finds sessions by id and by key. */
  SipSessionsUtil sessions();

  /** Starts timers; they fire as deliveries to the listener class that is a TimerListener. */
  TimerService timers();

  /**
   * Runs {@code task} on the calling thread as the only owner of the application session. Waits
   * until its present owner has finished. The transaction and the identity of the caller stay.
   *
   * @throws SipSessionBusyException if the owner has not finished within 10 seconds; the task has
   *     not run then
   * @throws IllegalStateException if the application session is invalid or the container stopped
   * @throws E what the task threw
   */
  <E extends Exception> void within(SipApplicationSession session, SipTask<E> task) throws E;

  /** Like {@link #within}, for work that has a result. */
  <T, E extends Exception> T call(SipApplicationSession session, SipCall<T, E> call) throws E;

  /**
   * Where a received message came from: its source address and port and, for TCP, TLS and
   * WebSocket, thereby its connection. What a registrar keeps with a contact. A message made by
   * this container has none and is an IllegalArgumentException.
   */
  SipFlow flowOf(SipServletMessage received);

  /**
   * Makes a request and all later ones of its session leave to this flow, whatever Request-URI and
   * contact say, and over the connection that is open to it; the request itself is not changed on
   * the wire (RFC 3261 section 8.1.2 leaves the choice of the next hop to the element). Call it
   * before the first {@code send()}. If a TCP, TLS or WebSocket connection is gone, {@code send()}
   * throws an IOException. A caller behind a NAT needs no call of this: the way back is kept.
   */
  void sendOver(SipServletRequest initial, SipFlow flow);

  /**
   * Shows every message from now on that may belong to a call to this tracer, in place of the one
   * before. Those that never do (REGISTER, OPTIONS, SUBSCRIBE, PUBLISH, MESSAGE) are left out.
   */
  void trace(SipTracer tracer);

  /**
   * Asks this challenger from now on before anything is kept of a request outside of dialogs, until
   * the application is gone.
   */
  void challenge(SipChallenger challenger);

  /**
   * Where others reach this container by this transport, as host and port.
   *
   * @throws IllegalArgumentException if it does not listen there
   */
  String addressOf(String transport);

  /** The flow over which this container sends to itself. */
  SipFlow here();

  /** What the container is doing now. */
  SipCondition condition();
}
