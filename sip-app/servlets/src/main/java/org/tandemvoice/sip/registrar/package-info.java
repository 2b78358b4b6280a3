/** The SIP side of the registrar (RFC 3261 section 10.3): reads REGISTER, judges times, answers. */
package org.tandemvoice.sip.registrar;
