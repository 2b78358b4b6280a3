/**
 * The SIP container port implemented by Mobicents SIP Servlets on JAIN-SIP: the only package of the
 * platform that names classes of either.
 */
package org.tandemvoice.sip.connector.mobicents;
