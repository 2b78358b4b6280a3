/** Who sends a request: digest authentication (RFC 3261 section 22, RFC 7616, RFC 8760). */
package org.tandemvoice.sip.auth;
