/**
 * The SIP container as a SIP application sees it. The Servlet side is the SIP Servlet API 1.1 (JSR
 * 289, {@code javax.servlet.sip}) on top of {@code jakarta.servlet}.
 *
 * <h2>How an application is made</h2>
 *
 * <p>One MDB is the application:
 *
 * <pre>{@code
 * @MessageDriven(
 *     messageListenerInterface = SipApplication.class,
 *     activationConfig = {
 *       @ActivationConfigProperty(propertyName = "applicationName", propertyValue = "tandem"),
 *       @ActivationConfigProperty(
 *           propertyName = "servlets",
 *           propertyValue = "entry=org.tandemvoice.sip.entry.SipEntryServlet"),
 *       @ActivationConfigProperty(propertyName = "mainServlet", propertyValue = "entry"),
 *       @ActivationConfigProperty(
 *           propertyName = "listeners",
 *           propertyValue = "org.tandemvoice.sip.b2bua.LegListener")
 *     })
 * @ResourceAdapter("tandem.ear#sip.rar")
 * @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
 * public class SipApplicationBean implements SipApplication {
 *   @Inject @Any Instance<Object> beans;
 *   @Inject SipContainerAccess container;
 *
 *   public void started(SipServices services) { container.open(services); }
 *   public void deliver(SipDelivery delivery) { delivery.proceed(type -> beans.select(type).get()); }
 *   public void drain(Duration atMost) { ... }
 * }
 * }</pre>
 *
 * <ul>
 *   <li>{@code applicationName}: required, one word. It becomes part of Route headers and tags, as
 *       a hash.
 *   <li>{@code servlets}: required, {@code name=class} separated by commas. A servlet is a subclass
 *       of {@code javax.servlet.sip.SipServlet} and a CDI bean of scope {@code
 *       jakarta.inject.Singleton} (not ApplicationScoped: a client proxy of a servlet has not been
 *       initialised); its constructor takes no arguments, injection is by field. {@code init} and
 *       {@code destroy} come as deliveries too.
 *   <li>{@code mainServlet}: the name of the servlet that gets every initial request; may be left
 *       out if there is one servlet only. {@code session.setHandler(name)} picks another for what
 *       follows in that session.
 *   <li>{@code listeners}: class names separated by commas, may be left out. Each is a Singleton
 *       bean implementing one or more of SipApplicationSessionListener, SipSessionListener,
 *       SipErrorListener, SipServletListener, TimerListener and the attribute listeners. At most
 *       one TimerListener.
 * </ul>
 *
 * <p>A class named in the activation is loaded by the class loader of the MDB.
 *
 * <h2>What a delivery is</h2>
 *
 * <p>One message, listener event or timer is one delivery: one call of {@code deliver} on a SIP
 * thread, with the application session of the message owned by that thread (see {@link
 * org.tandemvoice.sip.container.SipServices}). What the servlet causes inside it (a session
 * listener called by {@code invalidate()}) runs in the same delivery. A servlet that must commit
 * before it sends leaves the MDB {@code NOT_SUPPORTED} and calls one transactional EJB method, then
 * sends. With a transacted MDB everything in the delivery is one transaction and what was sent has
 * been sent even if the commit fails. An exception from a servlet is answered with 500 and logged
 * by the container.
 *
 * <h2>How long things live</h2>
 *
 * <p>An application session expires three minutes after it was made, and takes its dialogs along
 * without a BYE, unless {@code setExpires} says otherwise: a call sets what it needs, or 0 for
 * never, as soon as it has the session. A session of a request that begins no dialog stays for the
 * 32 seconds of its transaction (RFC 3261 section 17.2.2); {@code invalidate()} on the application
 * session after the final response frees it at once. Responses other than to INVITE are best sent
 * inside the delivery.
 *
 * <h2>What the container answers itself</h2>
 *
 * <ul>
 *   <li>503 with Retry-After: to INVITE and REGISTER outside a dialog while draining or congested;
 *       to everything outside a dialog from a source above {@code SIP_RATE_LIMIT}, and as long as
 *       no application is there.
 *   <li>400 to what cannot be parsed but can be answered, to more than one of a header that may be
 *       there once, to a CSeq that does not match, and to an INVITE, SUBSCRIBE or REFER without
 *       contact; 505 to another protocol version.
 *   <li>481 to a request with a To tag of no dialog, and to a CANCEL without its INVITE. A stray
 *       response or ACK is dropped.
 *   <li>487 to the caller when a CANCEL arrives in time: {@code doCancel} is called afterwards, and
 *       an error response must not be sent for that INVITE any more.
 *   <li>500 when a servlet throws.
 *   <li>CRLF keep-alives on connections (RFC 5626 section 4.4.1) and WebSocket pings.
 * </ul>
 *
 * <p>All else is the application's: 404, 405, 416 (a Request-URI may be of any scheme), 420
 * (Require and Proxy-Require are not looked at), 483 and OPTIONS. The container asks its own
 * application with OPTIONS over UDP, User-Agent {@code Tandem self-probe}, and is not ready unless
 * the answer is 200. A client transaction without response ends with a 408 response made here, a
 * connection that is gone with a 503 or an IOException from {@code send()}.
 */
package org.tandemvoice.sip.container;
