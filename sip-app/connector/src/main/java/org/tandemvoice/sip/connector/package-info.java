/**
 * The resource adapter that hosts SIP servlets: JCA on one side, a SIP container behind the port
 * {@link org.tandemvoice.sip.connector.SipContainer} on the other. Only the package below this one
 * knows which container that is.
 */
package org.tandemvoice.sip.connector;
