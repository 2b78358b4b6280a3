package org.tandemvoice.sip.connector;

import java.time.Duration;
import java.util.function.Supplier;
import org.tandemvoice.sip.container.SipCondition;
import org.tandemvoice.sip.container.SipServices;

/**
 * What the resource adapter needs of a SIP servlet container: the port behind which the real one is
 * exchanged. One instance lives from {@link #start} to {@link #stop}.
 */
public interface SipContainer {

  /**
   * Opens the listening points and starts the threads.
   *
   * @param admission judges each request before the container spends anything on it
   * @param condition what the application is told about the condition of the whole
   * @throws SipStartException if an address cannot be bound; nothing is left open then
   */
  void start(Admission admission, Supplier<SipCondition> condition);

  /** Initialises the servlets and begins to deliver requests to them. */
  void deploy(SipDescriptor application, SipDeliveries deliveries);

  /** Destroys the servlets and invalidates all sessions. */
  void undeploy();

  /** The container as the deployed application sees it. */
  SipServices services();

  /** Counters and gauges at this moment. */
  SipGauges gauges();

  /** Datagrams dropped since the start, because they were too large or too many waited. */
  long packetsDropped();

  /** Server transactions now, the probe's included; cheap enough to be asked for each request. */
  int transactions();

  /** SIP sessions now; cheap enough to be asked for each request. */
  int sessions();

  /**
   * How long the next datagram that begins something has waited for a thread, in milliseconds;
   * cheap enough to be asked for each request.
   */
  int waiting();

  /** Waits until no dialog is left; returns whether that happened in time. */
  boolean awaitIdle(Duration atMost);

  /** Closes sockets and ends threads. A stopped container is not started again. */
  void stop();
}
